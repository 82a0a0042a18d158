package dev.auricle.learning.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScriptTest {

    private final NDManager manager =
            LearningEngine.start(EngineSettings.reproducible()).newManager();

    @AfterEach
    void free() {
        manager.close();
    }

    @Test
    void computes_what_its_source_says() {
        // Given
        Script script = Script.compile(manager, """
                def forward(self, x: Tensor, y: Tensor) -> Tensor:
                  return torch.mul(torch.add(x, y), 2)
                """);

        // When
        NDArray result = script.call(manager.create(new float[] {1, 2}), manager.create(new float[] {10, 20}));

        // Then
        assertThat(result.toFloatArray()).containsExactly(22, 44);
    }

    @Test
    void takes_and_returns_lists_and_leaves_no_names_behind() {
        // Given
        Script script = Script.compile(manager, """
                def forward(self, first: Tensor, some: List[Tensor], others: List[Tensor]) -> List[Tensor]:
                  return torch._foreach_add(some, others)
                """);
        NDList some = new NDList(manager.create(1f), manager.create(2f));
        NDList others = new NDList(manager.create(10f), manager.create(20f));

        // When
        NDList sums = script.callWithLists(manager.create(0f), some, others);

        // Then
        assertThat(sums).extracting(NDArray::getFloat).containsExactly(11f, 22f);
        assertThat(some).extracting(NDArray::getName).containsOnlyNulls();
    }

    @Test
    void says_what_is_wrong_with_a_source() {
        // Given
        String source = "def forward(self, x: Tensor) -> Tensor:\n  return torch.no_such_operator(x)\n";

        // Then
        assertThatExceptionOfType(UnableToCompileScript.class)
                .isThrownBy(() -> Script.compile(manager, source))
                .withMessageContaining("no_such_operator");
    }
}
