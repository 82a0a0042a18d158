package dev.auricle.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Damaged conversations of our own making. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FuzzTest {
    @Test
    void no_damaged_conversation_does_anything_but_end() {
        new Fuzzing(Conversations.ofRequestors(), Conversations.ofAcceptors()).run();
    }

    @Test
    void what_is_not_damaged_is_understood() {
        assertThat(Conversations.ofRequestors()).allSatisfy(said -> {
            var end = InMemoryEnd.acceptor();
            end.read(said);
            assertThat(end.units()).isGreaterThan(1);
        });
        assertThat(Conversations.ofAcceptors()).allSatisfy(said -> {
            var end = InMemoryEnd.requestor();
            end.read(said);
            assertThat(end.units()).isPositive();
        });
    }
}
