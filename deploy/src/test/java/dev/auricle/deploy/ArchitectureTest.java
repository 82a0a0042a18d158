package dev.auricle.deploy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.auricle.deploy.House.Part;
import dev.auricle.schemas.record.Reason;
import java.io.FileDescriptor;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What holds between packages and modules of the whole product; {@link House} says which there are. */
@AnalyzeClasses(packages = House.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Made by protoc: not ours to format, to mark or to name. */
    private static final DescribedPredicate<JavaClass> GENERATED = resideInAPackage("dev.auricle.schemas.record");

    /** What computes, and nothing else: the same numbers in give the same numbers out. */
    private static final String[] ARITHMETIC = {
        "dev.auricle.schemas.key",
        "dev.auricle.schemas.shard",
        "dev.auricle.dicom.codec",
        "dev.auricle.dicom.pixel",
        "dev.auricle.dicom.space",
        "dev.auricle.dicom.annotation",
        "dev.auricle.dicom.deidentify",
        "dev.auricle.learning.draw",
        "dev.auricle.learning.state",
        "dev.auricle.learning.network",
        "dev.auricle.learning.loss",
        "dev.auricle.learning.augment",
        "dev.auricle.learning.measure",
        "dev.auricle.ingest.refuse",
        "dev.auricle.ingest.check",
        "dev.auricle.ingest.deidentify",
        "dev.auricle.trainer.protect"
    };

    /** What computes inside a Kafka Streams topology: the step's processors touch Kafka, what they call does not. */
    private static final String[] ARITHMETIC_BEHIND_PROCESSORS = {
        "dev.auricle.ingest.prepare",
        "dev.auricle.aggregator.coordinate",
        "dev.auricle.aggregator.merge",
        "dev.auricle.aggregator.register"
    };

    private static final DescribedPredicate<JavaClass> PROCESSORS =
            assignableTo("org.apache.kafka.streams.processor.api.Processor");

    private static final DescribedPredicate<JavaClass> OUTSIDE = resideInAnyPackage(
            "org.apache.kafka..", "io.vertx..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..");

    /** Our own way to the brokers. */
    private static final DescribedPredicate<JavaClass> LOG =
            resideInAnyPackage("dev.auricle.schemas.connect", "dev.auricle.schemas.log");

    @ArchTest
    static final ArchRule steps_depend_only_on_earlier_steps =
            each(part -> part.steps().stream().map(step -> stepKnowsNoLaterOne(part, step)));

    @ArchTest
    static final ArchRule every_package_is_a_declared_step = each(part ->
            Stream.of(classes().that().resideInAPackage(part.all()).should().resideInAnyPackage(part.packages())));

    @ArchTest
    static final ArchRule every_module_is_declared = classes()
            .should()
            .resideInAnyPackage(House.PARTS.stream().map(Part::all).toArray(String[]::new));

    @ArchTest
    static final ArchRule steps_do_not_know_the_wiring = each(part -> Stream.of(noClasses()
            .that()
            .resideInAPackage(part.root() + ".(*)..")
            .should()
            .dependOnClassesThat(resideInAPackage(part.root()).and(not(assignableTo(Throwable.class))))));

    /**
     * Whoever starts a module sees its start, its flow, its settings, its exception. TrainerSite is what the trainer is
     * started with. The flow's own pieces (…Stores, Partitioning) are package-private.
     */
    @ArchTest
    static final ArchRule the_wiring_shows_only_how_to_start = each(part -> Stream.of(classes()
            .that()
            .resideInAPackage(part.root())
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*(Main|Flow|Config|Exception|\\.TrainerSite)")));

    @ArchTest
    static final ArchRule modules_know_only_what_is_below_them = each(part -> Stream.of(noClasses()
            .that()
            .resideInAPackage(part.all())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(part.strangers())));

    /** So that every code stands in the one list. */
    @ArchTest
    static final ArchRule reasons_of_the_gateway_come_from_the_list_of_refusals = noClasses()
            .that()
            .resideInAPackage("dev.auricle.ingest..")
            .and()
            .resideOutsideOfPackage("dev.auricle.ingest.refuse")
            .should()
            .callMethod(Reason.class, "newBuilder");

    @ArchTest
    static final ArchRule dicom_on_the_wire_knows_nothing_of_images = noClasses()
            .that()
            .resideInAnyPackage("dev.auricle.dicom.pdu", "dev.auricle.dicom.network")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.auricle.dicom.pixel", "dev.auricle.dicom.space", "dev.auricle.dicom.annotation");

    @ArchTest
    static final ArchRule arithmetic_knows_nothing_of_the_world =
            noClasses().that().resideInAnyPackage(ARITHMETIC).should().dependOnClassesThat(OUTSIDE.or(LOG));

    @ArchTest
    static final ArchRule only_processors_bring_kafka_to_arithmetic = noClasses()
            .that(resideInAnyPackage(ARITHMETIC_BEHIND_PROCESSORS).and(not(within(PROCESSORS))))
            .should()
            .dependOnClassesThat(OUTSIDE);

    /**
     * The mask's way is free of the world but for two: SegmentNext tells the log how far it has read, and the text of a
     * FHIR search is encoded as a URL's.
     */
    @ArchTest
    static final ArchRule encoding_knows_nothing_of_the_world = noClasses()
            .that()
            .resideInAnyPackage("dev.auricle.inference.segment", "dev.auricle.inference.encode")
            .and()
            .doNotHaveSimpleName("SegmentNext")
            .should()
            .dependOnClassesThat(OUTSIDE.and(not(name("java.net.URLEncoder"))));

    @ArchTest
    static final ArchRule toolkits_know_nothing_of_kafka = noClasses()
            .that()
            .resideInAnyPackage("dev.auricle.dicom..", "dev.auricle.learning..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule only_the_learning_toolkit_speaks_to_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.auricle.learning..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..");

    @ArchTest
    static final ArchRule nobody_prints = CompositeArchRule.of(List.of(
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("dev.auricle.deploy.launch.Auricle") // gives the screen to picocli
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(FileDescriptor.class)));

    @ArchTest
    static final ArchRule nobody_throws_generic_exceptions =
            noClasses().that(not(GENERATED)).should(THROW_GENERIC_EXCEPTIONS);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class);

    @ArchTest
    static final ArchRule names_say_what_a_class_does = noClasses()
            .that(not(GENERATED))
            .should()
            .haveNameMatching(".*(Util|Utils|Manager|Impl|Helper|Helpers)(\\$.*)?");

    @ArchTest
    static final ArchRule exceptions_have_one_unchecked_root = each(part -> Stream.of(classes()
            .that()
            .resideInAPackage(part.all())
            .and()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(rootExceptionOf(part))
            .andShould()
            .beAssignableTo(RuntimeException.class)));

    @ArchTest
    static void every_package_is_null_marked(JavaClasses classes) {
        var unmarked = classes.stream()
                .filter(not(GENERATED))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName());
        assertThat(unmarked).isEmpty();
    }

    private static ArchRule each(Function<Part, Stream<ArchRule>> rules) {
        return CompositeArchRule.of(House.PARTS.stream()
                .flatMap(rules)
                .map(rule -> rule.allowEmptyShould(true)) // a step may be declared before it is built
                .toList());
    }

    private static ArchRule stepKnowsNoLaterOne(Part part, String step) {
        return noClasses()
                .that()
                .resideInAPackage(part.packageOf(step))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(part.after(step));
    }

    /** The module's only exception that stands directly below RuntimeException and is meant to be extended. */
    private static DescribedPredicate<JavaClass> rootExceptionOf(Part part) {
        return DescribedPredicate.describe(
                "the one abstract exception of " + part.name(),
                candidate -> part.root().equals(moduleOf(candidate))
                        && candidate.getModifiers().contains(JavaModifier.ABSTRACT)
                        && candidate.getRawSuperclass().stream()
                                .allMatch(above -> above.isEquivalentTo(RuntimeException.class)));
    }

    private static String moduleOf(JavaClass type) {
        return House.PARTS.stream()
                .map(Part::root)
                .filter(root -> type.getPackageName().startsWith(root))
                .findFirst()
                .orElse("");
    }

    /** Such a class, or one nested in it. */
    private static DescribedPredicate<JavaClass> within(DescribedPredicate<JavaClass> such) {
        return DescribedPredicate.describe(
                "within " + such.getDescription(),
                type -> such.test(type)
                        || type.getEnclosingClass()
                                .filter(outer -> within(such).test(outer))
                                .isPresent());
    }
}
