// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.simulator.Simulator;
import podium.simulator.SimulatorOptions;

/** Clusters of kubeconfigs, beside the simulated fleet. */
@ExtendWith(AtTheDesk.class)
@TestInstance(Lifecycle.PER_CLASS)
class LoginTest {
    private static final String DIALOG = "Open clusters";
    private final Desk desk;
    private final Contexts contexts = new Contexts();
    private Simulator lab;
    private Simulator prod;

    LoginTest(Desk desk) {
        this.desk = desk;
    }

    @BeforeAll
    void simulate() throws IOException {
        SimulatorOptions edge = SimulatorOptions.defaults().withScenario("edge");
        lab = Simulator.start(edge);
        prod = Simulator.start(edge.withSeed(2));
    }

    @AfterAll
    void end() {
        lab.close();
        prod.close();
    }

    @AfterEach
    void closeClusters() {
        desk.hands.closeDialogs();
        for (String name : List.of("lab", "prod", "site", "away")) {
            if (desk.fleet.cluster(name).isPresent()) {
                close(name);
            }
        }
    }

    private void close(String name) {
        desk.hands.command("ctx " + name);
        desk.hands.menu("Fleet", "Close " + name);
        desk.console.await(name + " is closed", () -> desk.fleet.cluster(name).isEmpty());
    }

    @Test
    void contextsOfTwoMergedFilesOpenInOneGoAndLocked() throws IOException {
        openTwo();
        desk.hands.command("ctx lab");
        desk.console.await("lab is locked", () -> desk.screen.tools().contains("lab: read-only"));
        desk.hands.command("ctx prod");
        desk.console.await("prod is locked", () -> desk.screen.tools().contains("prod: read-only"));
    }

    @Test
    void productionAsksOnceMoreBeforeItIsUnlocked() throws IOException {
        openTwo();
        desk.hands.command("ctx prod");
        desk.hands.menuOf("row | prod |", "Mark as Production");
        desk.hands.tool("prod: read-only, production");
        desk.hands.button("Unlock prod?", "Cancel");
        desk.console.await("it is locked still", () -> desk.screen.tools().contains("prod: read-only, production"));
        desk.hands.tool("prod: read-only, production");
        desk.hands.button("Unlock prod?", "Unlock Production");
        desk.console.await("it is unlocked", () -> desk.screen.tools().contains("prod: unlocked, production"));
    }

    @Test
    void aCredentialPluginRunsWhenItWasAgreedTo() throws IOException {
        Path ran = contexts.beside("ran");
        Files.deleteIfExists(ran);
        Path plugin = plugin(ran);
        contexts.write(
                List.of(
                        "clusters:\n",
                        Contexts.cluster("site", lab),
                        "contexts:\n",
                        Contexts.context("site", "eve"),
                        "users:\n",
                        Contexts.user("eve", plugin)),
                List.of());
        open("site");
        desk.hands.button(DIALOG, "Open");
        desk.hands.button(Hands.PODIUM, "Review…");
        assertFalse(Files.exists(ran), "it ran before");
        desk.hands.button("site: asks for your consent", "Agree");
        desk.fleet.live("site");
        assertTrue(Files.exists(ran));
    }

    @Test
    void aClusterIsThereAsItWasWhileItsServerDoesNotAnswer() throws IOException {
        try (Simulator away = Simulator.start(SimulatorOptions.defaults().withScenario("edge"))) {
            contexts.write(
                    List.of(
                            "clusters:\n",
                            Contexts.cluster("away", away),
                            "contexts:\n",
                            Contexts.context("away", "ana"),
                            "users:\n",
                            Contexts.user("ana", away)),
                    List.of());
            open("away");
            desk.hands.button(DIALOG, "Open");
            desk.fleet.live("away");
            close("away");
        }
        open("away");
        desk.hands.button(DIALOG, "Open");
        desk.console.await("a node of it is there", () -> !desk.fleet
                .nodes(node -> node.getName().equals("edge-1")
                        && node.getCluster().getName().equals("away"))
                .isEmpty());
        desk.hands.command("ctx away");
        desk.console.await("it is called stale", () -> desk.screen.says("stale"));
    }

    private Path plugin(Path ran) throws IOException {
        Path plugin = contexts.beside("plugin");
        Files.createDirectories(plugin.getParent());
        Files.writeString(plugin, """
            #!/bin/sh
            echo run >>'%s'
            echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}'
            """.formatted(ran, lab.token()));
        return Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwx------"));
    }

    /** The user of the first context stands in the second file, the server of the second context in the first. */
    private void openTwo() throws IOException {
        contexts.write(
                List.of(
                        "clusters:\n",
                        Contexts.cluster("lab", lab),
                        Contexts.cluster("prod", prod),
                        "contexts:\n",
                        Contexts.context("lab", "ana")),
                List.of(
                        "contexts:\n",
                        Contexts.context("prod", "bob"),
                        "users:\n",
                        Contexts.user("ana", lab),
                        Contexts.user("bob", prod)));
        desk.hands.menu("Fleet", "Open Kubeconfig…");
        desk.hands.window(DIALOG);
        desk.console.await("both are offered", () -> offered().size() == 2);
        desk.hands.click(offered().getFirst());
        desk.hands.arrow(SWT.ARROW_DOWN, SWT.SHIFT);
        desk.hands.button(DIALOG, "Open 2");
        desk.fleet.live("lab");
        desk.fleet.live("prod");
    }

    /** The last opened first. */
    private List<String> offered() {
        return desk.screen.things().stream()
                .filter(thing -> thing.startsWith("row | lab | https") || thing.startsWith("row | prod | https"))
                .toList();
    }

    private void open(String first) {
        desk.hands.menu("Fleet", "Open Kubeconfig…");
        desk.hands.window(DIALOG);
        desk.hands.click("row | " + first + " |");
    }
}
