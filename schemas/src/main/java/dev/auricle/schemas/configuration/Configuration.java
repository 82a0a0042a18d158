package dev.auricle.schemas.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.constructor.ConstructorException;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * One YAML file, read once, handed out as records.
 *
 * <p>Every scalar stays text until a record component gives it a type, so {@code no} is not a truth value and
 * {@code 1.10} not a number unless somebody asks for one.
 */
public final class Configuration {
    private final KeyPath root;
    private final Map<?, ?> tree;
    private final RecordBinder binder;

    private Configuration(KeyPath root, Map<?, ?> tree, RecordBinder binder) {
        this.root = root;
        this.tree = tree;
        this.binder = binder;
    }

    /**
     * Reads a file.
     *
     * @param environment the variables that {@code ${NAME}} stands for, usually {@link System#getenv()}
     * @throws UnableToReadConfiguration when there is no such file or it is no YAML mapping
     */
    public static Configuration read(Path file, Map<String, String> environment) {
        try {
            return parse(Files.readString(file), file.toString(), environment);
        } catch (IOException unreadable) {
            throw new UnableToReadConfiguration(file + ": cannot be read", unreadable);
        }
    }

    /** Reads YAML that is at hand; {@code origin} names it in errors. */
    public static Configuration parse(String yaml, String origin, Map<String, String> environment) {
        var root = KeyPath.root(origin);
        return new Configuration(root, tree(yaml, root), new RecordBinder(new Environment(environment)));
    }

    /** Refuses every section that is not among these. */
    public Configuration withSections(Set<String> known) {
        for (var key : tree.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw root.child(String.valueOf(key))
                        .refuse("unknown section; valid here: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    /** The whole file as one record. */
    public <R extends Record> R as(Class<R> type) {
        return binder.bind(type, tree, root);
    }

    /** One top-level section as a record; an absent one is built from the record's defaults. */
    public <R extends Record> R section(String name, Class<R> type) {
        var at = root.child(name);
        var given = tree.get(name);
        if (given == null) {
            return binder.bind(type, Map.of(), at);
        }
        if (given instanceof Map<?, ?> mapping) {
            return binder.bind(type, mapping, at);
        }
        throw at.refuse("a mapping of keys to values is wanted");
    }

    private static Map<?, ?> tree(String yaml, KeyPath root) {
        var loading = new LoaderOptions();
        loading.setAllowDuplicateKeys(false);
        loading.setMaxAliasesForCollections(0);
        var dumping = new DumperOptions();
        var parser = new Yaml(
                new SafeConstructor(loading), new Representer(dumping), dumping, loading, new EverythingIsText());
        try {
            Object loaded = parser.load(yaml);
            if (loaded == null) {
                return Map.of();
            }
            if (loaded instanceof Map<?, ?> mapping) {
                return mapping;
            }
        } catch (MarkedYAMLException malformed) {
            // Its message quotes the line, and the line may hold a secret; so it is no cause either.
            throw root.refuse("not YAML: " + problem(malformed) + where(malformed));
        } catch (YAMLException malformed) {
            throw root.refuse("not YAML: " + malformed.getMessage(), malformed);
        }
        throw root.refuse("a mapping of keys to values is wanted");
    }

    private static String problem(MarkedYAMLException malformed) {
        // The name of an alias or a tag may be a secret that nobody put in quotes.
        boolean named = malformed instanceof ComposerException
                || (malformed instanceof ConstructorException && !(malformed instanceof DuplicateKeyException));
        return named
                ? "no such alias or tag; a value that begins with *, & or ! is put in quotes"
                : malformed.getProblem();
    }

    private static String where(MarkedYAMLException malformed) {
        return Optional.ofNullable(malformed.getProblemMark())
                .map(mark -> " in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
    }

    private static final class EverythingIsText extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: a scalar's type is the record component's, not a guess from its looks.
        }
    }
}
