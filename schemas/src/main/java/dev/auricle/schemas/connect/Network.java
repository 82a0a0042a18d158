package dev.auricle.schemas.connect;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One address, or all that begin alike.
 *
 * @param address its first
 * @param prefix how many bits are alike
 */
record Network(InetAddress address, int prefix) {
    /** An address in figures; a name would be looked up, and may mean another host tomorrow. */
    private static final Pattern FIGURES =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads {@code 10.1.2.3}, {@code 10.1.0.0/16}, {@code 2001:db8::/32}. */
    static Network parse(String text) {
        var parts = text.split("/", 2);
        var address = address(parts[0]).orElseThrow(() -> wrong(text));
        int bits = 8 * address.getAddress().length;
        return new Network(address, parts.length == 1 ? bits : prefix(text, parts[1], bits));
    }

    /** What is no address is in no network. */
    boolean contains(String figures) {
        return address(figures).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress other) {
        int bits = 8 * address.getAddress().length;
        return other.getAddress().length == address.getAddress().length
                && number(other).xor(number(address)).shiftRight(bits - prefix).signum() == 0;
    }

    private static Optional<InetAddress> address(String figures) {
        try {
            return FIGURES.matcher(figures).matches() ? Optional.of(InetAddress.getByName(figures)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static int prefix(String text, String figures, int bits) {
        if (!figures.matches("\\d{1,3}") || Integer.parseInt(figures) > bits) {
            throw wrong(text);
        }
        return Integer.parseInt(figures);
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no address or network such as 10.1.2.3, 10.1.0.0/16 or 2001:db8::/32");
    }
}
