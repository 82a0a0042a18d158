package dev.auricle.deploy.prove;

import dev.auricle.deploy.prove.StoreReceiver.Listening;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * DCMTK's {@code storescu}, the sender of all measurements.
 *
 * @param associations processes at once, one association each
 * @param noDelay whether they switch Nagle's algorithm off
 */
record Storescu(int associations, boolean noDelay) {

    /**
     * Sends all images, dealt out to the associations.
     *
     * @return seconds, from the first process's start to the last one's end
     */
    double send(TestImages images, Listening receiver) {
        var log = images.folders().get(0).resolveSibling("storescu.log");
        int share = images.folders().size() / associations;
        long begin = System.nanoTime();
        var senders = IntStream.range(0, associations)
                .mapToObj(sender -> images.folders().subList(sender * share, (sender + 1) * share))
                .map(folders -> ToolProcess.start(command(receiver, folders), noDelay, "dcmtk", log))
                .toList();
        senders.forEach(ToolProcess::awaitSuccess);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<String> command(Listening receiver, List<Path> folders) {
        var command = new ArrayList<>(List.of(
                "storescu",
                "-aet",
                "PACS",
                "-aec",
                receiver.aeTitle(),
                "+sd",
                "127.0.0.1",
                String.valueOf(receiver.port())));
        folders.forEach(folder -> command.add(folder.toString()));
        return command;
    }
}
