package dev.auricle.learning.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A function in TorchScript, PyTorch's own small language: the way to operators that DJL does not bind.
 *
 * <p>DJL binds about two hundred of PyTorch's operators. Missing are GroupNorm, a plain bilinear interpolation (DJL's
 * has anti-aliasing switched on, which changes nothing when enlarging and costs much), the fused Adam step and gradients
 * as a function. TorchScript has them all, records them for gradients like any operator, and costs one call into native
 * code however many operators it holds. A script is source text in the class that needs it; PyTorch parses it once,
 * here, and says in {@link UnableToCompileScript} what it does not like.
 *
 * <p>The source is one function {@code forward(self, …)} with typed arguments. Lists of tensors come last. The
 * interpreter's own rewriting of graphs is switched off: it changes with the number of calls, and with it the last bits.
 *
 * <p>A script may be called from any thread, one at a time.
 */
public final class Script implements AutoCloseable {

    private final PtSymbolBlock block;

    private Script(PtSymbolBlock block) {
        this.block = block;
    }

    /** Compiles a function; its native memory belongs to the owner. */
    public static Script compile(NDManager owner, String source) {
        try {
            ByteArrayInputStream archive = new ByteArrayInputStream(ScriptArchive.of(source));
            return new Script(JniUtils.loadModule((PtNDManager) owner, archive, false, false));
        } catch (EngineException e) {
            throw new UnableToCompileScript(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a function of tensors; the result belongs to the manager of the first. */
    public NDArray call(NDArray... tensors) {
        return run(new NDList(tensors)).singletonOrThrow();
    }

    /** Calls a function of one tensor and then lists of tensors; the results belong to the manager of the first. */
    public NDList callWithLists(NDArray first, NDList... lists) {
        NDList arguments = new NDList(first);
        for (int i = 0; i < lists.length; i++) {
            nameAll(lists[i], "list" + i + "[]");
            arguments.addAll(lists[i]);
        }
        try {
            return run(arguments);
        } finally {
            for (NDList list : lists) {
                nameAll(list, null);
            }
        }
    }

    @Override
    public void close() {
        block.close();
    }

    /** Always in DJL's training mode: the other one forbids gradients even where they are asked for. */
    private NDList run(NDList arguments) {
        JniUtils.setGraphExecutorOptimize(false);
        return IValueUtils.forward(block, arguments, true);
    }

    /** DJL takes neighbours whose name ends with [] for one list. */
    private static void nameAll(NDList list, @Nullable String name) {
        for (NDArray array : list) {
            array.setName(name);
        }
    }
}
