package dev.auricle.deploy.simulate;

import dev.auricle.dicom.dictionary.Uids;
import dev.auricle.learning.draw.RandomDraw;
import dev.auricle.schemas.identity.NameUuid;
import java.time.LocalDateTime;
import java.util.Locale;

/** Who a phantom is: everything that tells it from others follows from these three. */
record PhantomIdentity(long seed, PhantomSite site, int number) {
    private static final LocalDateTime FIRST_STUDY = LocalDateTime.of(2024, 3, 4, 8, 30);
    private static final int MOST = 999;

    PhantomIdentity {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("a phantom's number is 1 to " + MOST + ", got " + number);
        }
    }

    String patientId() {
        return String.format(Locale.ROOT, "PHANTOM-%s-%03d", site.name(), number);
    }

    String patientName() {
        var name = site.name().charAt(0) + site.siteName().substring(1);
        return String.format(Locale.ROOT, "Phantom^%s^%03d", name, number);
    }

    /** On a day of its own. */
    LocalDateTime studied() {
        return FIRST_STUDY.plusDays(number);
    }

    /** Of its study, a series, an image and so on. */
    String uid(String role) {
        return Uids.fromUuid(NameUuid.of("phantom", Long.toString(seed), site.siteName(), patientId(), role));
    }

    /** Its random numbers for one purpose. */
    RandomDraw draw(String purpose) {
        return RandomDraw.of(seed, RandomDraw.key("phantom " + site.siteName()), number, RandomDraw.key(purpose));
    }
}
