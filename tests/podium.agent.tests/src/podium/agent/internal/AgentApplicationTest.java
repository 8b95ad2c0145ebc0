// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.equinox.app.IApplicationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentApplicationTest {
    @Test
    void whatIsNoBusinessOfTheAgentIsToldByPodium(@TempDir Path folder) throws Exception {
        String[] words = {"--approve", folder.resolve("absent").toString()};
        IApplicationContext context = (IApplicationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IApplicationContext.class},
                (proxy, method, given) -> Map.of(IApplicationContext.APPLICATION_ARGS, words));
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertEquals(1, new AgentApplication().start(context));
        } finally {
            System.setErr(before);
        }
        String said = told.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("podium: nothing is approved: "), said);
    }
}
