package dev.auricle.deploy.launch;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command, run in this process, comes to.
 *
 * @param code of its exit
 * @param out standard output
 * @param err standard error
 */
record Outcome(int code, String out, String err) {
    static Outcome of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Auricle.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Outcome(code, out.toString(), err.toString());
    }

    /** The sentence, where the command failed with nothing else on the screen but the page to read. */
    String sentence() {
        var lines = err.lines().toList();
        if (lines.size() != 2
                || !lines.get(1)
                        .equals("         exit code %d, see deploy/docs/exit-codes/%02d.md".formatted(code, code))) {
            throw new AssertionError("a sentence and a page were expected, got " + this);
        }
        return lines.get(0);
    }
}
