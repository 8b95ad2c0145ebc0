// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.cluster.KubeconfigException;

/** Several kubeconfigs are one as kubectl makes them one; kubectl itself is asked about the same files. */
class KubeconfigMergeTest {
    private static final int WORLDS = 8;
    private static final String HEAD = "apiVersion: v1\nkind: Config\n";

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private UsualKubeconfigs with(Map<String, String> environment) {
        return new UsualKubeconfigs(environment, folder, new ServiceAccount(environment, folder.resolve("account")));
    }

    @Test
    void theFirstFileWinsForEachEntryWholeAndForTheCurrentContext() throws Exception {
        Path one = file("a/one", HEAD + """
            clusters: [{name: c, cluster: {server: https://one, certificate-authority: ca.pem}}]
            users: [{name: u, user: {token: one}}]
            contexts: [{name: k, context: {cluster: c, user: u}}]
            """);
        Path two = file("b/two", HEAD + """
            current-context: two
            clusters: [{name: c, cluster: {server: https://two, tls-server-name: other}}, {name: d, cluster: {server: https://d, certificate-authority: ca.pem}}]
            users: [{name: u, user: {token: two}}]
            contexts: [{name: k, context: {cluster: c, user: u, namespace: other}}, {name: two, context: {cluster: d, user: u}}]
            """);
        Kubeconfig merged =
                Kubeconfig.merge(List.of(folder.resolve("missing"), file("empty", "# nothing\n"), one, two));
        assertEquals("two", merged.current());
        assertEquals(List.of("two", "k"), merged.contexts());
        KubeconfigContext first = merged.context("k");
        assertEquals("https://one", first.cluster().server().toString());
        assertEquals("", first.cluster().tlsServerName(), "no field of the second is used");
        assertEquals("", first.namespace());
        assertEquals(
                new Pem.InFile("certificate-authority", folder.resolve("b/ca.pem")),
                merged.context("two").cluster().authority().orElseThrow(),
                "a relative path is relative to the file it stands in");
        assertEquals(
                new UserEntry.Token("one"),
                merged.context("two").identity().proof(),
                "the user of the first file, though the second has one of that name");
        assertEquals(List.of(one, two), List.of(merged.file("k"), merged.file("two")));
        assertEquals("", merged.passedOver("k"), "the first has its own");
        String said = merged.passedOver("two");
        assertTrue(said.startsWith("The user \"u\" comes from " + one + ", the first file of KUBECONFIG"), said);
        assertTrue(said.contains("not from " + two) && !said.contains("cluster \""), said);
    }

    @Test
    void oneFileThatIsNoKubeconfigSpoilsAllAsInKubectlAndIsNamed() throws Exception {
        Path good = file("good", HEAD + "contexts: [{name: k, context: {cluster: c, user: u}}]\n");
        Path bad = file("bad", "contexts: [");
        KubeconfigException e = assertThrows(KubeconfigException.class, () -> Kubeconfig.merge(List.of(good, bad)));
        assertTrue(String.valueOf(e.getMessage()).startsWith(bad + ": "), e.getMessage());
    }

    @Test
    void twoEntriesOfOneNameWithinAFileAreRefusedByNameInEachList() throws Exception {
        for (String list : List.of("clusters", "users", "contexts")) {
            Path twice = file(list, HEAD + list + ": [{name: twin}, {name: twin}]\n");
            KubeconfigException e = assertThrows(KubeconfigException.class, () -> Kubeconfig.merge(List.of(twice)));
            String said = String.valueOf(e.getMessage());
            assertTrue(said.contains(list) && said.contains("\"twin\"") && said.contains("Keep one"), said);
        }
    }

    @Test
    void anAuthorityBesideNoVerificationIsRefusedByNameWithWhatToDo() throws Exception {
        Path file = file("both", HEAD + """
            clusters: [{name: lab, cluster: {server: https://h, certificate-authority: ca.pem, insecure-skip-tls-verify: true}}]
            users: [{name: u, user: {token: t}}]
            contexts: [{name: k, context: {cluster: lab, user: u}}]
            """);
        Kubeconfig merged = Kubeconfig.merge(List.of(file));
        KubeconfigException e = assertThrows(KubeconfigException.class, () -> merged.context("k"));
        String said = String.valueOf(e.getMessage());
        assertTrue(said.contains("clusters/lab") && said.contains("Take insecure-skip-tls-verify out"), said);
    }

    @Test
    void whereKubeconfigIsNotSetOrEmptyItIsTheFileInTheHomeAndElseEachFileOnce() {
        Path home = folder.resolve(".kube/config");
        assertEquals(List.of(home), with(Map.of()).files());
        assertEquals(List.of(home), with(Map.of("KUBECONFIG", "")).files());
        String two = folder.resolve("a")
                + File.pathSeparator
                + File.pathSeparator
                + folder.resolve("b")
                + File.pathSeparator
                + folder.resolve("a");
        assertEquals(
                List.of(folder.resolve("a"), folder.resolve("b")),
                with(Map.of("KUBECONFIG", two)).files());
        assertEquals(List.of(), with(Map.of("KUBECONFIG", File.pathSeparator)).files());
    }

    @Test
    void kubectlMergesGeneratedFilesAlike() throws Exception {
        Optional<Path> kubectl = KubectlRulesTest.kubectl();
        Assumptions.assumeTrue(kubectl.isPresent(), "kubectl is not installed; its merge is not looked at");
        for (int seed = 0; seed < WORLDS; seed++) {
            Random random = new Random(seed);
            List<Path> files = new ArrayList<>();
            for (int i = random.nextInt(2, 5); i > 0; i--) {
                Path file = folder.resolve("w" + seed + "/" + random.nextInt(3) + "/config" + i);
                if (random.nextInt(5) > 0) {
                    file(
                            "w" + seed + "/" + file.getParent().getFileName() + "/ca.pem",
                            "authority of " + file.getParent());
                    file(folder.relativize(file).toString(), random.nextInt(8) == 0 ? "" : generated(random));
                }
                files.add(file);
            }
            same(kubectl.orElseThrow(), files, seed);
        }
    }

    private static String generated(Random random) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("current-context: '")
                .append(List.of("", "", "k0", "k1", "k2").get(random.nextInt(5)))
                .append("'\n");
        text.append(list(
                random,
                "clusters",
                "cluster",
                "c",
                name -> "server: https://h" + random.nextInt(1000)
                        + (random.nextBoolean() ? ", certificate-authority: ca.pem" : "")
                        + (random.nextBoolean() ? ", tls-server-name: n" + random.nextInt(9) : "")));
        text.append(list(random, "users", "user", "u", name -> "token: t" + random.nextInt(1000)));
        text.append(list(
                random,
                "contexts",
                "context",
                "k",
                name -> "cluster: c" + random.nextInt(3) + ", user: u" + random.nextInt(3)
                        + (random.nextBoolean() ? ", namespace: s" + random.nextInt(1000) : "")));
        return text.toString();
    }

    private interface Body {
        String of(String name);
    }

    private static String list(Random random, String list, String field, String prefix, Body body) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            if (random.nextInt(3) > 0) {
                names.add(prefix + i);
            }
        }
        return list + ": "
                + names.stream()
                        .map(name -> "{name: " + name + ", " + field + ": {" + body.of(name) + "}}")
                        .collect(Collectors.joining(", ", "[", "]\n"));
    }

    private void same(Path kubectl, List<Path> files, int seed) throws Exception {
        JsonNode theirs = kubectl(kubectl, files);
        Kubeconfig ours = Kubeconfig.merge(files);
        String world = "world " + seed;
        assertEquals(theirs.path("current-context").asText(), ours.current(), world);
        Map<String, JsonNode> clusters = named(theirs.path("clusters"), "cluster");
        Map<String, JsonNode> users = named(theirs.path("users"), "user");
        Map<String, JsonNode> contexts = named(theirs.path("contexts"), "context");
        assertEquals(contexts.keySet(), Set.copyOf(ours.contexts()), world);
        for (Map.Entry<String, JsonNode> context : contexts.entrySet()) {
            JsonNode cluster = clusters.get(context.getValue().path("cluster").asText());
            JsonNode user = users.get(context.getValue().path("user").asText());
            if (cluster == null || user == null) {
                assertThrows(KubeconfigException.class, () -> ours.context(context.getKey()), world);
                continue;
            }
            KubeconfigContext read = ours.context(context.getKey());
            assertEquals(
                    cluster.path("server").asText(), read.cluster().server().toString(), world);
            assertEquals(
                    cluster.path("tls-server-name").asText(), read.cluster().tlsServerName(), world);
            assertEquals(
                    new UserEntry.Token(user.path("token").asText()),
                    read.identity().proof(),
                    world);
            assertEquals(context.getValue().path("namespace").asText(), read.namespace(), world);
            String authority = new String(
                    Base64.getDecoder()
                            .decode(cluster.path("certificate-authority-data").asText()),
                    StandardCharsets.UTF_8);
            assertEquals(authority, authority(read), world);
        }
    }

    private static String authority(KubeconfigContext read) throws Exception {
        return read.cluster().authority().orElse(null) instanceof Pem.InFile(var _, Path path)
                ? Files.readString(path)
                : "";
    }

    private static Map<String, JsonNode> named(JsonNode list, String body) {
        return list.valueStream()
                .collect(Collectors.toMap(entry -> entry.path("name").asText(), entry -> entry.path(body)));
    }

    private JsonNode kubectl(Path kubectl, List<Path> files) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        kubectl.toString(), "config", "view", "--raw", "--flatten", "-o", "json")
                .redirectError(folder.resolve("errors").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment()
                .put("KUBECONFIG", files.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        Process process = builder.start();
        JsonNode answer = new ObjectMapper().readTree(process.getInputStream());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "kubectl does not end");
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("errors")));
        return answer;
    }
}
