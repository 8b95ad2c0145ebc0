// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import jdk.net.ExtendedSocketOptions;
import podium.agent.texts.Texts;
import podium.core.file.PrivateFiles;

/**
 * Where the agent is reached, and who may come in.
 *
 * @param file the Unix socket; empty for an address
 * @param token what a request must carry; empty for a Unix socket, where the peer's user is checked
 * @param tls what a peer must speak
 */
record AgentEndpoint(
        ServerSocketChannel channel, Optional<Path> file, Optional<BearerToken> token, Optional<ServerTls> tls)
        implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final int IPV6_NETWORK = 8;

    /**
     * Listens on a Unix socket of mode 0600. It is made in a folder that only this user can enter and moved to its place
     * when its mode is set, so there is no moment in which another could connect. A socket nobody listens on is replaced.
     */
    static AgentEndpoint onSocket(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        PrivateFiles.folders(folder);
        if (isListenedOn(file)) {
            throw new IOException(Texts.of("AgentEndpoint.anotherAgentListensOn", file));
        }
        Path nest = Files.createTempDirectory(folder, ".");
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            refuseFolderOfAnother(folder, nest);
            Path made = nest.resolve("s");
            channel.bind(UnixDomainSocketAddress.of(made));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            return new AgentEndpoint(channel, Optional.of(file), Optional.empty(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        } finally {
            Files.deleteIfExists(nest.resolve("s"));
            Files.delete(nest);
        }
    }

    /** Listens on an address; whoever has what is asked for may come in. */
    static AgentEndpoint onAddress(InetSocketAddress address, Optional<BearerToken> token, Optional<ServerTls> tls)
            throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(address, BACKLOG);
            return new AgentEndpoint(channel, Optional.empty(), token, tls);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** True when the one at the other end is this user or root; on an address what it shows decides. */
    boolean admits(SocketChannel peer) throws IOException {
        if (file.isEmpty()) {
            return true;
        }
        String user = peer.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        return user.equals("root") || user.equals(Files.getOwner(file.get()).getName());
    }

    /** What tells one peer from another: the user's own socket has one; of IPv6 a whole network of 64 bits is one. */
    Object peer(SocketChannel channel) throws IOException {
        if (!(channel.getRemoteAddress() instanceof InetSocketAddress address)) {
            return "user";
        }
        byte[] bytes = address.getAddress().getAddress();
        return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, IPV6_NETWORK));
    }

    /** Ends listening and takes the socket away. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (file.isPresent()) {
            Files.deleteIfExists(file.get());
        }
    }

    /** Its owner, or whoever may write to it, could put a socket of his own in place of ours. */
    private static void refuseFolderOfAnother(Path folder, Path ours) throws IOException {
        String owner = Files.getOwner(folder).getName();
        if (!owner.equals("root") && !owner.equals(Files.getOwner(ours).getName())) {
            throw new IOException(Texts.of("AgentEndpoint.belongsTo", folder, owner));
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(folder);
        if ((rights.contains(PosixFilePermission.GROUP_WRITE) || rights.contains(PosixFilePermission.OTHERS_WRITE))
                && !PrivateFiles.isSticky(folder)) {
            throw new IOException(Texts.of("AgentEndpoint.othersCanWriteTo", folder, folder));
        }
    }

    private static boolean isListenedOn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(file));
        } catch (IOException e) {
            if (Files.isRegularFile(file) || Files.isDirectory(file)) {
                throw new IOException(Texts.of("AgentEndpoint.existsAndIsNot", file), e);
            }
            return false;
        }
    }
}
