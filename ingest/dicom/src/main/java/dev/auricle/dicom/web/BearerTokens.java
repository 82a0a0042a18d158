package dev.auricle.dicom.web;

import dev.auricle.dicom.network.AssociationInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets in whoever has a token (RFC 6750). Only hashes of the tokens are kept, and each is compared in full, so that the
 * time an answer takes says nothing about them.
 */
public final class BearerTokens implements WebAccess {
    private static final String SCHEME = "Bearer ";

    private final List<Holder> holders = new ArrayList<>();

    private record Holder(Digest token, Function<String, AssociationInfo> sender) {}

    /** A hash; as a record's component an array would be compared by identity. */
    private static final class Digest {
        private final byte[] bytes;

        Digest(String token) {
            bytes = sha256().digest(token.getBytes(StandardCharsets.UTF_8));
        }

        boolean isSame(Digest other) {
            return MessageDigest.isEqual(bytes, other.bytes);
        }
    }

    /**
     * The tokens and, for each, who its holder is, given the address that a request comes from.
     */
    public BearerTokens(Map<String, Function<String, AssociationInfo>> senders) {
        senders.forEach((token, sender) -> holders.add(new Holder(new Digest(token), sender)));
    }

    @Override
    public Decision decide(Optional<String> authorization, String remoteHost) {
        var given = authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> new Digest(header.substring(SCHEME.length()).strip()));
        Decision decision = new Unknown();
        if (given.isPresent()) {
            for (var holder : holders) {
                if (holder.token().isSame(given.get())) {
                    decision = new Granted(holder.sender().apply(remoteHost));
                }
            }
        }
        return decision;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return holders.size() + " tokens";
    }
}
