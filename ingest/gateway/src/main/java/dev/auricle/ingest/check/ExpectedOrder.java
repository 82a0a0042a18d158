package dev.auricle.ingest.check;

import dev.auricle.ingest.refuse.Refusal;
import dev.auricle.ingest.refuse.Rule;
import dev.auricle.schemas.plan.SliceOrder;
import java.util.Optional;
import java.util.stream.IntStream;

/** Instance numbers run along the stack, from either end, where the plan wants them to. */
record ExpectedOrder(SliceOrder wanted) implements Rule<Stack> {
    @Override
    public Refusal refusal() {
        return Refusal.UNEXPECTED_ORDER;
    }

    @Override
    public Optional<String> against(Stack stack) {
        var numbers = stack.numbers();
        return wanted == SliceOrder.ANY || runAlong(numbers, 1) || runAlong(numbers, -1)
                ? Optional.empty()
                : Optional.of("Instance numbers go to and fro along the stack.");
    }

    private static boolean runAlong(int[] numbers, int direction) {
        return IntStream.range(1, numbers.length)
                .allMatch(slice -> Integer.compare(numbers[slice], numbers[slice - 1]) == direction);
    }
}
