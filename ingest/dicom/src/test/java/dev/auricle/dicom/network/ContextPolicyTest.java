package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.auricle.dicom.dictionary.SopClass;
import dev.auricle.dicom.dictionary.TransferSyntax;
import dev.auricle.dicom.pdu.ContextResult;
import dev.auricle.dicom.pdu.ProposedContext;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContextPolicyTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEDIA_DIRECTORY")
    void an_archive_takes_verification_and_every_storage_class(SopClass sopClass) {
        assertThat(outcome(sopClass.uid())).isEqualTo(ContextResult.Outcome.ACCEPTED);
    }

    @Test
    void an_archive_takes_the_storage_classes_of_manufacturers() {
        assertThat(outcome("1.3.12.2.1107.5.9.1")).isEqualTo(ContextResult.Outcome.ACCEPTED);
    }

    /** A directory, study root find, storage commitment. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.3.10", "1.2.840.10008.5.1.4.1.2.2.1", "1.2.840.10008.1.20.1"})
    void an_archive_takes_nothing_else(String sopClass) {
        assertThat(outcome(sopClass)).isEqualTo(ContextResult.Outcome.ABSTRACT_SYNTAX_NOT_SUPPORTED);
    }

    private static ContextResult.Outcome outcome(String sopClass) {
        var proposed = new ProposedContext(1, sopClass, List.of(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid()));
        return ContextPolicy.archive().answer(List.of(proposed)).get(0).outcome();
    }
}
