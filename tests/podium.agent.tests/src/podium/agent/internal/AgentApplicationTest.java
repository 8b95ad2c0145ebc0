// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eclipse.equinox.app.IApplicationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.operation.AuditLog;

class AgentApplicationTest {
    @Test
    void whatIsNoBusinessOfTheAgentIsToldByPodium(@TempDir Path folder) throws Exception {
        String said = told(1, () -> start("--approve", folder.resolve("absent").toString()));
        assertTrue(said.startsWith("podium: nothing is approved: "), said);
    }

    /** On Windows that are many: a?.csv, a:b.csv. */
    @ParameterizedTest
    @ValueSource(strings = {"--audit", "--approve"})
    void aNameThatNoFileCanHaveIsToldAndNoDefect(String option) throws Exception {
        String said = told(2, () -> start(option, "a\0.csv"));
        assertTrue(said.startsWith("podium: a") && said.contains(".csv is no name of a file: "), said);
    }

    /** What the system says of a file is often its name alone. */
    @Test
    void whyAnAuditCannotBeWrittenIsASentence(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("audit.csv");
        AuditLog open = _ -> {
            throw new AccessDeniedException(file.toString());
        };
        String said = told(1, () -> AgentApplication.audit(open, file));
        assertEquals(
                "podium: the audit could not be written: " + file + " may not be opened by your user."
                        + System.lineSeparator(),
                said);
    }

    private Object start(String... words) throws InterruptedException {
        IApplicationContext context = (IApplicationContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {IApplicationContext.class},
                (proxy, method, given) -> Map.of(IApplicationContext.APPLICATION_ARGS, words));
        return new AgentApplication().start(context);
    }

    private static String told(int status, Callable<Object> run) throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertEquals(status, run.call());
        } finally {
            System.setErr(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }
}
