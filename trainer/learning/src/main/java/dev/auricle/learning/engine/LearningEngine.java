package dev.auricle.learning.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * PyTorch, started and configured: the one place where threads, downloads and logs of the engine are decided.
 *
 * <p>The native library exists once per process, and so do its settings. The first {@link #start} decides; a later one
 * with the same settings gets an equal engine, one with other settings is refused rather than silently half applied.
 *
 * <p>There is no seed here, and that is deliberate: nothing in this module draws from the engine's generator. All
 * randomness comes from {@link dev.auricle.learning.draw.RandomDraw}, so it does not depend on the order in which
 * threads reach the engine.
 */
public final class LearningEngine {

    private static final String NAME = "PyTorch";
    private static final String OFFLINE = "ai.djl.offline";
    private static final String THREADS = "ai.djl.pytorch.num_threads";

    /** Without a GPU this logger warns at every start; SLF4J's simple binding reads the property. */
    private static final String CUDA_LOGGER = "org.slf4j.simpleLogger.log.ai.djl.util.cuda.CudaUtils";

    private final Engine engine;
    private final EngineSettings settings;

    private LearningEngine(Engine engine, EngineSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /**
     * Starts PyTorch from the natives on the class path; nothing is downloaded.
     *
     * @throws UnableToStartEngine if the natives are missing, or if this process already runs with other settings
     */
    public static synchronized LearningEngine start(EngineSettings settings) {
        setUnlessSet(OFFLINE, "true");
        setUnlessSet(CUDA_LOGGER, "error");
        setUnlessSet(THREADS, Integer.toString(settings.threads()));
        int threads = Integer.getInteger(THREADS, 0);
        if (threads != settings.threads()) {
            throw new UnableToStartEngine("this process computes with " + System.getProperty(THREADS)
                    + " threads per operator and cannot change to " + settings.threads());
        }
        try {
            Engine engine = Engine.getEngine(NAME);
            JniUtils.setNumThreads(threads);
            return new LearningEngine(engine, settings);
        } catch (EngineException e) {
            throw new UnableToStartEngine("PyTorch's native library cannot be loaded", e);
        }
    }

    /** A new owner of native memory on the processor; close it and everything in it is freed. */
    public NDManager newManager() {
        return engine.newBaseManager(Device.cpu());
    }

    /** What computed a result, for its lineage: the same bytes are promised for the same description only. */
    public String description() {
        return "%s %s, %s, %d threads"
                .formatted(NAME, engine.getVersion(), System.getProperty("os.arch"), settings.threads());
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
