package dev.auricle.learning.learn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Learns the usual scene and writes the model's hash to a file: arguments are the seed and the file. */
final class LearningInAnotherProcess {

    private LearningInAnotherProcess() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), Scenes.hashOfLearned(Long.parseLong(arguments[0])));
    }
}
