// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Forwards ports over numbered channels, an even one for the bytes of a port and the odd one behind it for what went wrong. Each
 * begins with the number of the port, in two bytes, the lower first. When the last port has had enough, the socket is closed.
 */
final class ChannelForward {
    private final ChannelSocket socket;
    private final List<ForwardedPort> ports;
    private final List<InputQueue> inputs = new ArrayList<>();
    private final CountDownLatch left;

    ChannelForward(ChannelSocket socket, List<ForwardedPort> ports) {
        this.socket = socket;
        this.ports = ports;
        this.left = new CountDownLatch(ports.size());
    }

    void run() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ports.size(); i++) {
                int channel = 2 * i;
                ForwardedPort port = ports.get(i);
                InputQueue input = new InputQueue();
                inputs.add(input);
                byte[] number = {(byte) port.port(), (byte) (port.port() >> 8)};
                socket.send(channel, number, 0, 2);
                socket.send(channel + 1, number, 0, 2);
                threads.execute(() -> forward(port, input, channel));
            }
            try {
                for (Optional<ChannelSocket.Message> next = socket.next(); next.isPresent(); next = socket.next()) {
                    take(next.get());
                }
                socket.close();
            } finally {
                inputs.forEach(InputQueue::hangUp);
            }
        }
    }

    private void take(ChannelSocket.Message message) {
        int port = message.channel() / 2;
        if (message.channel() % 2 == 0 && port < inputs.size()) {
            inputs.get(port).put(message.bytes(), message.bytes().length);
        }
    }

    private void forward(ForwardedPort port, InputQueue input, int channel) {
        try (OutputStream out = socket.channel(channel)) {
            Optional<String> refusal = port.talk(input, out);
            if (refusal.isPresent()) {
                byte[] words = refusal.get().getBytes(StandardCharsets.UTF_8);
                socket.send(channel + 1, words, 0, words.length);
            }
            left.countDown();
            if (left.getCount() == 0) {
                socket.close();
            }
        } catch (IOException e) {
            // the client has gone: there is nobody to tell
        } finally {
            input.hangUp();
        }
    }
}
