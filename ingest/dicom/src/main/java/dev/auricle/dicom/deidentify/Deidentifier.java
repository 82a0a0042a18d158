package dev.auricle.dicom.deidentify;

import dev.auricle.dicom.data.DataSet;
import dev.auricle.dicom.dictionary.TransferSyntax;

/**
 * Takes the patient out of objects by the Basic Profile and its options (PS3.15, annex E).
 *
 * <p>What is kept is kept because PS3.15 says so: private attributes and those that the dictionary does not have go, and
 * values that are kept are {@link Vetting vetted} for the object's own names and identifiers. The same object gives the
 * same result, always; references between objects still fit, because each UID is replaced by the same other one. Pixels
 * are not copied, unless something is blacked out in them.
 */
public final class Deidentifier {
    private final Profile profile;
    private final Pseudonyms pseudonyms;
    private final Rules rules;
    private final BurnedIn burnedIn;

    /** With a site's profile and its secret. */
    public Deidentifier(Profile profile, Pseudonyms pseudonyms) {
        this.profile = profile;
        this.pseudonyms = pseudonyms;
        rules = new Rules(profile);
        burnedIn = new BurnedIn(profile.masks());
    }

    /** The object without the patient, or why not. */
    public Deidentification deidentify(DataSet identified, TransferSyntax syntax) {
        var pixels = burnedIn.examine(identified, syntax);
        if (pixels instanceof PixelVerdict.Legible legible) {
            return new Deidentification.Rejected(BurnedIn.CODE, legible.sentence());
        }
        var pass = new Pass(identified, profile, rules, pseudonyms);
        if (pixels instanceof PixelVerdict.Masked masked) {
            var dataSet = DeidentificationRecord.masked(profile).writeTo(pass.dataSet(masked.image()), pass.subject());
            return new Deidentification.Deidentified(dataSet, masked.syntax());
        }
        var dataSet = DeidentificationRecord.of(profile).writeTo(pass.dataSet(identified), pass.subject());
        return new Deidentification.Deidentified(dataSet, syntax);
    }

    /** The UID that stands for a UID outside the identified path. */
    public String uid(String identified) {
        return profile.has(ProfileOption.RETAIN_UIDS) ? identified : new UidMap(pseudonyms).map(identified);
    }
}
