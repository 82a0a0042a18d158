package dev.auricle.schemas.connect;

import dev.auricle.schemas.ContractException;
import java.util.List;

/** The configuration knows no hospital of that name. */
public final class NoSuchHospital extends ContractException {
    NoSuchHospital(String name, List<String> known) {
        super("site.hospitals has no hospital named '" + name + "'; it has " + known);
    }
}
