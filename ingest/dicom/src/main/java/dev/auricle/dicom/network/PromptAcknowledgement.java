package dev.auricle.dicom.network;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetSocket;
import jdk.net.ExtendedSocketOptions;

/**
 * Asks the system to acknowledge the peer's next bytes at once (TCP_QUICKACK).
 *
 * <p>Most peers leave Nagle's algorithm on and write a command in two pieces: the second waits at the peer until the first
 * is acknowledged, and whoever has just answered something acknowledges 40 ms late. The wish lasts until the next answer
 * (tcp(7)), so it is repeated after each. Where the system does not know the option, nothing happens.
 */
final class PromptAcknowledgement {
    private static final ChannelOption<Boolean> QUICK_ACK = NioChannelOption.of(ExtendedSocketOptions.TCP_QUICKACK);

    private final Channel channel;

    PromptAcknowledgement(NetSocket socket) {
        channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
    }

    /** Called on the socket's event loop, after something was sent. */
    void wish() {
        if (channel.isOpen()) {
            channel.config().setOption(QUICK_ACK, true);
        }
    }
}
