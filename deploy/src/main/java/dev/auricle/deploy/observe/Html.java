package dev.auricle.deploy.observe;

/** Words in a page. */
final class Html {
    private Html() {}

    /** As text or as an attribute's value. */
    static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
