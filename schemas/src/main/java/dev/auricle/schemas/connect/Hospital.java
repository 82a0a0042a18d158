package dev.auricle.schemas.connect;

import dev.auricle.schemas.configuration.Secret;
import dev.auricle.schemas.plan.Names;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One hospital ("site").
 *
 * @param name as the plan names it
 * @param aeTitle the called AE title by which its PACS reaches the gateway
 * @param callers who may send: a calling AE title, or one from an address or network only ({@code PACS@10.1.0.0/16});
 *     empty: none
 * @param secret keys the hashes that stand for patients and UIDs; it never leaves the site
 */
public record Hospital(String name, String aeTitle, List<String> callers, Secret secret) {
    private static final Pattern AE_TITLE = Pattern.compile("[\\x21-\\x5b\\x5d-\\x7e][\\x20-\\x5b\\x5d-\\x7e]{0,15}");

    /** Refuses names that no plan and AE titles that no association can have (PS3.8, 9.3.2; PS3.5, 6.2). */
    public Hospital {
        Names.require("name", name);
        requireAeTitle("aeTitle", aeTitle);
        callers = List.copyOf(callers);
        callers.forEach(Caller::parse);
    }

    /** Whether somebody who calls itself so may send from that address, given in figures. */
    public boolean admits(String callingTitle, String address) {
        return callers.stream().map(Caller::parse).anyMatch(caller -> caller.is(callingTitle, address));
    }

    static void requireAeTitle(String what, String value) {
        if (!AE_TITLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " '" + value + "' is not an AE title: at most 16 characters of ASCII, no backslash");
        }
    }
}
