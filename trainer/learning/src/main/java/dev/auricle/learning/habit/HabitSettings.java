package dev.auricle.learning.habit;

import dev.auricle.learning.draw.RandomDraw;
import java.util.ArrayList;
import java.util.List;

/**
 * Habits to draw at random from: random combinations of operations, with structuring elements of random size and shape.
 *
 * @param probability that there is a habit at all, 0 to 1
 * @param operations which are drawn from, each at most once in a habit
 * @param most how many may follow each other
 * @param leastRadius of an element, in pixels
 * @param mostRadius of an element, in pixels
 */
public record HabitSettings(double probability, List<Operation> operations, int most, int leastRadius, int mostRadius) {

    /** Refuses habits that are none; keeps a copy. */
    public HabitSettings {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be 0 to 1, not " + probability);
        }
        operations = List.copyOf(operations);
        if (most < 1 || most > operations.size()) {
            throw new IllegalArgumentException(
                    "most must be 1 to the number of operations, " + operations.size() + ", not " + most);
        }
        if (leastRadius < 1 || leastRadius > mostRadius || mostRadius > StructuringElement.LARGEST) {
            throw new IllegalArgumentException(
                    "radii must be 1 to " + StructuringElement.LARGEST + ", not " + leastRadius + " to " + mostRadius);
        }
    }

    /** Labels stay as they are. */
    public static HabitSettings none() {
        return new HabitSettings(0, List.of(Operation.values()), 1, 1, 1);
    }

    /** A habit. The stream decides it, and nothing else. */
    public Habit draw(RandomDraw draw) {
        if (draw.nextUnit() >= probability) {
            return Habit.exact();
        }
        int count = 1 + draw.nextInt(most);
        int[] order = draw.nextOrder(operations.size());
        List<Habit> habits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            habits.add(operations.get(order[i]).with(element(draw)));
        }
        return new Habit.Sequence(habits);
    }

    private StructuringElement element(RandomDraw draw) {
        ElementShape[] shapes = ElementShape.values();
        int radius = leastRadius + draw.nextInt(mostRadius - leastRadius + 1);
        return new StructuringElement(shapes[draw.nextInt(shapes.length)], radius);
    }
}
