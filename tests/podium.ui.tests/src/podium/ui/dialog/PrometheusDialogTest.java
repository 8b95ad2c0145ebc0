// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.PrometheusTarget.Auth;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class PrometheusDialogTest {
    private static final int ADDRESS = 0;
    private static final int USER = 1;
    private static final int SECRET = 2;
    private static final int AUTHORITY = 3;

    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final List<PrometheusTarget> asked = new ArrayList<>();

    @AfterEach
    void close() {
        seen.close();
    }

    private void in(Runnable then) {
        seen.in(
                () -> new PrometheusDialog(seen.owner(), seen.stage.services, "lab")
                        .ask()
                        .ifPresent(asked::add),
                then);
    }

    private Text field(int index) {
        return seen.all(Text.class).get(index);
    }

    private Auth auth(String user, String secret) {
        in(() -> {
            field(ADDRESS).setText("https://prom.example:9090");
            field(USER).setText(user);
            field(SECRET).setText(secret);
            seen.pressOk();
        });
        return asked.getLast().auth();
    }

    @Test
    void anAddressIsEnoughAndIsReadAsPeopleWriteIt() {
        in(() -> {
            assertFalse(seen.ok().isEnabled(), "nothing is entered yet");
            field(ADDRESS).setText("prom.example:9090/");
            assertTrue(seen.ok().isEnabled());
            seen.pressOk();
        });
        assertEquals(
                List.of(new PrometheusTarget(
                        URI.create("http://prom.example:9090"), new Auth.None(), Optional.empty())),
                asked);
    }

    @Test
    void whatIsNoAddressIsSaidAtOnceAndCannotBeAdded() {
        in(() -> {
            field(ADDRESS).setText("ftp://prom");
            assertTrue(seen.words().contains("use http://host:9090"), seen.words());
            assertFalse(seen.ok().isEnabled());
            field(ADDRESS).setText("https://prom");
            assertFalse(seen.words().contains("wanted is"), seen.words());
            assertTrue(seen.ok().isEnabled());
        });
        assertEquals(List.of(), asked, "closed, nothing is added");
    }

    @Test
    void aUserMakesTheSecretAPasswordElseItIsAToken() {
        assertEquals(new Auth.Basic("ann", "s3cret "), auth("ann", "s3cret "));
        assertEquals(new Auth.Bearer("t0ken"), auth("", " t0ken "));
        assertEquals(new Auth.None(), auth("", "  "));
    }

    @Test
    void aTokenIsReadFromAFileThatIsThere(@TempDir Path folder) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "t");
        assertEquals(new Auth.BearerFile(token), auth("", "file:" + token));
        in(() -> {
            field(ADDRESS).setText("https://prom");
            field(SECRET).setText("file:" + folder.resolve("none"));
            assertTrue(seen.words().contains("There is no file"), seen.words());
            assertFalse(seen.ok().isEnabled());
            field(SECRET).setText("file:");
            assertFalse(seen.ok().isEnabled());
        });
    }

    @Test
    void aCertificateAuthorityMustBeAFileThatCanBeRead(@TempDir Path folder) throws IOException {
        Path pem = Files.writeString(folder.resolve("ca.pem"), "");
        in(() -> {
            field(ADDRESS).setText("https://prom");
            field(AUTHORITY).setText(folder.resolve("none.pem").toString());
            assertTrue(seen.words().contains("There is no file"), seen.words());
            assertFalse(seen.ok().isEnabled());
            field(AUTHORITY).setText(pem.toString());
            seen.pressOk();
        });
        assertEquals(Optional.of(pem), asked.getFirst().authority());
    }

    @Test
    void aSecretIsNotShown() {
        in(() -> assertTrue((field(SECRET).getStyle() & SWT.PASSWORD) != 0));
    }
}
