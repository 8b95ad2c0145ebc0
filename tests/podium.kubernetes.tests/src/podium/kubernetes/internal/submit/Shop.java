// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.transport.ApiResponse;
import podium.kubernetes.internal.write.WriteCapabilities;
import podium.kubernetes.testkit.AllKinds;
import podium.kubernetes.testkit.StubTransport;

/** A server that serves a few kinds and has the objects a test puts there: node n1 (host-1) and a tainted one. */
final class Shop {
    private final Map<String, ApiResponse> answers = new TreeMap<>();
    private Optional<ApiResponse> everything = Optional.empty();
    private final Random random = new Random(7);

    Shop() {
        answers.put("/api/v1", kinds("ConfigMap", "PersistentVolumeClaim", "Pod", "Namespace!", "Service"));
        answers.put("/apis/batch/v1", kinds("Job", "CronJob"));
        answers.put("/apis/apps/v1", kinds("DaemonSet", "Deployment"));
        answers.put("/apis/batch", StubTransport.answer(200, "{\"versions\":[{\"version\":\"v1\"}]}"));
        put("/api/v1/nodes/n1", node("n1", "host-1", ""));
        put(
                "/api/v1/nodes/tainted",
                node("tainted", "host-2", "{\"key\":\"a\",\"value\":\"b\",\"effect\":\"NoSchedule\"}"));
    }

    private static String node(String name, String host, String taint) {
        return "{\"kind\":\"Node\",\"metadata\":{\"name\":\"%s\",\"labels\":{\"kubernetes.io/hostname\":\"%s\"}},\"spec\":{\"taints\":[%s]}}"
                .formatted(name, host, taint);
    }

    /** A kind whose name ends in ! lies in no namespace. */
    private static ApiResponse kinds(String... kinds) {
        StringBuilder list = new StringBuilder("{\"kind\":\"APIResourceList\",\"resources\":[");
        for (String kind : kinds) {
            String name = kind.replace("!", "");
            String plural = name.toLowerCase(Locale.ROOT) + "s";
            list.append(list.toString().endsWith("[") ? "" : ",")
                    .append(
                            "{\"name\":\"%s\",\"kind\":\"%s\",\"namespaced\":%s},{\"name\":\"%s/status\",\"kind\":\"%s\"}"
                                    .formatted(plural, name, !kind.endsWith("!"), plural, name));
        }
        return StubTransport.answer(200, list + "]}");
    }

    /** Serves these kinds in every group and version. */
    Shop everything(Collection<String> all) {
        everything = Optional.of(kinds(all.toArray(String[]::new)));
        return this;
    }

    private ApiResponse answer(String path) {
        ApiResponse known = answers.get(path);
        boolean group = path.matches("/api/v1|/apis/[^/]+/[^/]+");
        return group && everything.isPresent()
                ? everything.get()
                : known == null ? StubTransport.answer(404, "{}") : known;
    }

    Shop put(String path, String object) {
        answers.put(path, StubTransport.answer(200, object));
        return this;
    }

    void forbid(String path) {
        answers.put(path, StubTransport.answer(403, "{\"kind\":\"Status\",\"message\":\"no\"}"));
    }

    Submitter submitter() {
        StubTransport transport = new StubTransport(this::answer);
        return new Submitter(
                new ClusterId("lab"), transport, new WriteCapabilities().reader(transport), random, AllKinds.WORKLOADS);
    }
}
