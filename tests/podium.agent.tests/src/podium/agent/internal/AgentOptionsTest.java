// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.agent.internal.AgentOptions.Access;
import podium.agent.internal.AgentOptions.BadOption;

class AgentOptionsTest {
    @Test
    void withoutOptionsItServesOnASocketOfTheUserOncePerSecond() throws BadOption {
        AgentOptions options = AgentOptions.parse(List.of(), Map.of("XDG_RUNTIME_DIR", "/run/user/7"));
        assertEquals(Path.of("/run/user/7/podium/agent.sock"), options.socket());
        assertEquals(Optional.empty(), options.listen());
        assertEquals(Duration.ofSeconds(1), options.period());
    }

    @Test
    void anAddressIsTakenWithItsToken() throws BadOption {
        AgentOptions options = parse("--listen", "127.0.0.1:9400", "--token-file", "t", "--10hz");
        assertEquals(Optional.of(new InetSocketAddress("127.0.0.1", 9400)), options.listen());
        assertEquals(Optional.of(Path.of("t")), options.access().token());
        assertEquals(Duration.ofMillis(100), options.period());
        assertEquals(
                Optional.of(new InetSocketAddress("::1", 9400)),
                parse("--listen", "[::1]:9400", "--token-file", "t").listen());
    }

    @Test
    void anAddressWithoutATokenIsRefused() {
        assertTrue(refusal("--listen", "127.0.0.1:9400").contains("--token-file"));
        assertTrue(refusal("--token-file", "t").contains("--listen"));
    }

    @Test
    void certificatesAndAnOpenDoorAreTakenWhereTheyMakeSense() throws BadOption {
        String address = "127.0.0.1:9400";
        Access tls = parse("--listen", address, "--tls-certificate", "c", "--tls-key", "k", "--client-ca", "a")
                .access();
        assertEquals(Optional.of(Path.of("a")), tls.clients());
        assertTrue(parse("--listen", address, "--open").access().open());
        assertTrue(refusal("--listen", address, "--open", "--token-file", "t").contains("--open"));
        assertTrue(refusal("--listen", address, "--token-file", "t", "--tls-key", "k")
                .contains("go together"));
        assertTrue(refusal("--listen", address, "--client-ca", "a").contains("--tls-certificate"));
        assertTrue(refusal("--listen", address, "--tls-certificate", "c", "--tls-key", "k")
                .contains("everyone"));
        assertTrue(refusal("--open").contains("--listen"));
    }

    @Test
    void aTokenGoesOverTheNetworkOnlyInTls() throws BadOption {
        for (String address : List.of("0.0.0.0:9400", "[::]:9400", "192.0.2.7:9400", "[2001:db8::7]:9400")) {
            String refusal = refusal("--listen", address, "--token-file", "t");
            assertTrue(refusal.contains("--tls-certificate") && refusal.contains("read the token"), refusal);
            assertTrue(parse("--listen", address, "--token-file", "t", "--tls-certificate", "c", "--tls-key", "k")
                    .access()
                    .certificate()
                    .isPresent());
        }
        assertTrue(parse("--listen", "127.0.0.7:9400", "--token-file", "t")
                .listen()
                .isPresent());
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String wrong : List.of("9400", ":9400", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", "")) {
            assertTrue(refusal("--listen", wrong, "--token-file", "t").contains("ADDRESS:PORT"), wrong);
        }
    }

    @Test
    void anUnknownOptionOrAMissingValueIsRefused() {
        assertEquals("There is no option --port.", refusal("--port", "1"));
        assertEquals("--socket needs a value.", refusal("--socket"));
    }

    private static AgentOptions parse(String... arguments) throws BadOption {
        return AgentOptions.parse(List.of(arguments), Map.of());
    }

    private static String refusal(String... arguments) {
        return assertThrows(BadOption.class, () -> parse(arguments)).getMessage();
    }
}
