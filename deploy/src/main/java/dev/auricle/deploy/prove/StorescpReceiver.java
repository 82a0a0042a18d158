package dev.auricle.deploy.prove;

import dev.auricle.deploy.embed.Ports;
import java.nio.file.Path;
import java.util.List;

/**
 * DCMTK's {@code storescp}, which writes files.
 *
 * @param noDelay whether it switches Nagle's algorithm off, which it does not do by itself
 */
record StorescpReceiver(boolean noDelay) implements StoreReceiver {
    @Override
    public String name() {
        return noDelay ? "storescp, TCP_NODELAY" : "storescp";
    }

    @Override
    public Listening listen(Path folder) {
        int port = Ports.free();
        var command = List.of("storescp", "--fork", "-od", folder.toString(), String.valueOf(port));
        var process = ToolProcess.start(command, noDelay, "dcmtk", folder.resolveSibling("storescp.log"))
                .awaitPort(port);
        return new Listening(port, "ANY-SCP", process::stop);
    }
}
