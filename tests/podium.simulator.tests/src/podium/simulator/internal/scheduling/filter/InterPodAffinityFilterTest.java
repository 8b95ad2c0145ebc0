// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.scheduling.World;

/** The finer points of pod affinity; what is common to all of it is in {@link PodRulesTest}. */
class InterPodAffinityFilterTest {

    private static final List<String> ALONE = List.of("node(s) didn't match pod affinity rules");
    private static final List<String> MET = List.of("node(s) didn't match pod anti-affinity rules");
    private static final List<String> UNWELCOME = List.of("node(s) didn't satisfy existing pods anti-affinity rules");

    private final World world = new World();

    @BeforeEach
    void racks() {
        world.node("n1", "rack: r1, zone: z").node("n2", "rack: r2, zone: z");
        world.namespace("other", "owner: x");
    }

    private static String required(String kind, String... terms) {
        return "affinity: {" + kind + ": {requiredDuringSchedulingIgnoredDuringExecution: [{"
                + String.join("}, {", terms) + "}]}}";
    }

    private static String app(String key, String app) {
        return "topologyKey: " + key + ", labelSelector: {matchLabels: {app: " + app + "}}";
    }

    @Test
    void severalTermsAreMetByPodsThatMatchAllOfThem() {
        world.held("a", "n1", "").held("b", "n1", "");
        assertEquals(List.of(), world.against("n1", required("podAffinity", app("rack", "a"))));
        assertEquals(
                ALONE,
                world.against("n1", required("podAffinity", app("rack", "a"), app("zone", "b"))),
                "no pod is both a and b");
    }

    @Test
    void theFirstOfAKindNeedsEveryTopologyOnTheNode() {
        world.node("bare", "zone: z");
        String own = required("podAffinity", app("rack", "p"), app("zone", "p"));
        assertEquals(List.of(), world.against("n1", own));
        assertEquals(ALONE, world.against("bare", own));
        world.held("p", "n2", "");
        assertEquals(ALONE, world.against("n1", own), "now there is one, in another rack");
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "'namespaceSelector: {}, ', true",
        "'namespaceSelector: {matchLabels: {owner: x}}, ', true",
        "'namespaceSelector: {matchLabels: {owner: y}}, ', false",
        "'namespaces: [default], namespaceSelector: {matchLabels: {owner: x}}, ', true",
        "'namespaces: [other], ', true",
        "'namespaces: [default], ', false"
    })
    void namespacesAreNamedOrSelectedByTheirLabels(String namespaces, boolean met) {
        world.held("other", "noisy", "n1", "", "");
        String apart = required("podAntiAffinity", namespaces + app("rack", "noisy"));
        assertEquals(met ? MET : List.of(), world.against("n1", apart));
    }

    @Test
    void whoeverIsThereMayKeepOthersAwayByTheLabelsOfTheirNamespace() {
        world.held(
                "other",
                "hermit",
                "n1",
                required("podAntiAffinity", "namespaceSelector: {matchLabels: {kind: loud}}, " + app("zone", "p")),
                "");
        assertEquals(List.of(), world.against("n2", ""));
        world.store().modify(podium.simulator.store.ResourceTypes.NAMESPACE, "", "default", object -> object.withObject(
                        "/metadata/labels")
                .put("kind", "loud"));
        assertEquals(UNWELCOME, world.against("n2", ""));
    }

    @Test
    void aHermitThatLeavesKeepsNobodyAway() {
        world.held("hermit", "n1", required("podAntiAffinity", app("zone", "p")));
        assertEquals(UNWELCOME, world.against("n2", ""));
        world.cache().release("default-hermit");
        assertEquals(List.of(), world.against("n2", ""));
    }
}
