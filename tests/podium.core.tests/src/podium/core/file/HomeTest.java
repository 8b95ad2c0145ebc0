// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases are those of client-go's util/homedir. */
class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void itIsWhatTheEnvironmentSaysBeforeTheListOfUsers() {
        Path listed = Path.of("/listed");
        assertEquals(Path.of("/elsewhere"), Home.of(Map.of("HOME", "/elsewhere"), false, listed));
        assertEquals(listed, Home.of(Map.of("HOME", "", "USERPROFILE", "/profile"), false, listed));
    }

    @Test
    void onWindowsItIsTheFirstWithAKubeconfigElseTheFirstThatIsThereElseTheFirstThatIsSet() throws Exception {
        Path share = Files.createDirectories(folder.resolve("share"));
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Map<String, String> all = Map.of(
                "HOME", folder.resolve("absent").toString(),
                "USERPROFILE", profile.toString(),
                "HOMEDRIVE", folder.toString(),
                "HOMEPATH", "/share");
        assertEquals(profile, Home.of(all, true, folder));
        Files.createFile(Files.createDirectories(share.resolve(".kube")).resolve("config"));
        assertEquals(share, Home.of(all, true, folder));
        assertEquals(
                folder.resolve("absent"),
                Home.of(Map.of("HOME", folder.resolve("absent").toString()), true, folder));
        assertEquals(folder, Home.of(Map.of("HOMEDRIVE", "C:"), true, folder));
    }
}
