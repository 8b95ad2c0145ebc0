// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import podium.simulator.store.ApiException;

class ProtobufTest {

    private static byte[] field(int number, byte[]... parts) {
        byte[] content = join(parts);
        return join(varint((long) number << 3 | 2), varint(content.length), content);
    }

    private static byte[] field(int number, String text) {
        return field(number, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int number, long value) {
        return join(varint((long) number << 3), varint(value));
    }

    private static byte[] varint(long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] envelope(String version, String kind, byte[] raw) {
        return join(
                new byte[] {'k', '8', 's', 0},
                field(1, field(1, version), field(2, kind)),
                field(2, raw),
                field(3, ""),
                field(4, ""));
    }

    @Test
    void anEvictionIsRead() {
        byte[] raw = join(
                field(1, field(1, "p"), field(3, "team"), number(7, 0)),
                field(2, number(1, 5), field(2, field(1, "uid-1")), field(4, "Background"), field(5, "All")));
        ObjectNode eviction =
                Protobuf.read(envelope("policy/v1", "Eviction", raw)).orElseThrow();
        assertEquals("policy/v1", eviction.path("apiVersion").asText());
        assertEquals("p", eviction.at("/metadata/name").asText());
        assertEquals(5, eviction.at("/deleteOptions/gracePeriodSeconds").asInt());
        assertEquals("uid-1", eviction.at("/deleteOptions/preconditions/uid").asText());
        assertEquals("All", eviction.at("/deleteOptions/dryRun/0").asText());
    }

    @Test
    void labelsAndContainersAreRead() {
        byte[] container = join(field(1, "main"), field(2, "image"), field(3, "run"), field(3, "it"), field(8, ""));
        byte[] template = join(
                field(1, field(11, field(1, "a"), field(2, "b"))), field(2, field(2, container), field(3, "Never")));
        byte[] raw = join(field(1, field(1, "j")), field(2, number(1, 2), field(6, template)));
        ObjectNode job = Protobuf.read(envelope("batch/v1", "Job", raw)).orElseThrow();
        assertEquals("b", job.at("/spec/template/metadata/labels/a").asText());
        assertEquals("it", job.at("/spec/template/spec/containers/0/command/1").asText());
        assertEquals(2, job.at("/spec/parallelism").asInt());
    }

    @Test
    void anUnknownKindIsNotGuessed() {
        assertTrue(Protobuf.read(envelope("v1", "Event", new byte[0])).isEmpty());
    }

    @Test
    void whatIsNoProtobufIsRefused() {
        assertEquals(
                400,
                assertThrows(ApiException.class, () -> Protobuf.read("{}".getBytes()))
                        .code());
        byte[] whole = envelope("policy/v1", "Eviction", field(1, field(1, "p")));
        for (int length = 5; length < 20; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertTrue(Protobuf.read(cut).isEmpty());
            } catch (ApiException refused) {
                assertEquals(400, refused.code());
            }
        }
    }

    @Test
    void noInputCrashesIt() {
        Random random = new Random(7);
        byte[] whole = envelope("policy/v1", "Eviction", field(1, field(1, "p"), field(11, field(1, "a"))));
        for (int i = 0; i < 5000; i++) {
            byte[] bent = whole.clone();
            for (int n = 0; n < 3; n++) {
                bent[4 + random.nextInt(bent.length - 4)] = (byte) random.nextInt();
            }
            try {
                Protobuf.read(bent);
            } catch (ApiException refused) {
                assertEquals(400, refused.code());
            }
        }
    }
}
