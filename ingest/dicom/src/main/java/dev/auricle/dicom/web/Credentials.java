package dev.auricle.dicom.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** By what a client shows who it is. Never shown itself: not in logs, not in exceptions, not in {@code toString}. */
public sealed interface Credentials {
    /** Nothing is asked. */
    static Credentials none() {
        return new None();
    }

    /** The value of the header Authorization. */
    Optional<String> authorization();

    /** Nothing. */
    record None() implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.empty();
        }
    }

    /** A bearer token (RFC 6750). */
    record Bearer(String token) implements Credentials {
        @Override
        public Optional<String> authorization() {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "bearer token";
        }
    }

    /** A name and a password (RFC 7617). */
    record Basic(String user, String password) implements Credentials {
        @Override
        public Optional<String> authorization() {
            var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }

        @Override
        public String toString() {
            return "user and password";
        }
    }
}
