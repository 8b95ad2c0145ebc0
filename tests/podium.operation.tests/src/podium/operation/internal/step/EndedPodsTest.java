// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.model.value.WorkKind;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Step;

class EndedPodsTest {
    private static final ObjectRef SERVICE = new ObjectRef("apps", "v1", "deployments", "Deployment", "team", "web");
    private static final KindCatalog KINDS = new KindCatalog() {
        @Override
        public WorkKind work(String apiVersion, String kind) {
            return TestKinds.of(kind);
        }

        @Override
        public String podSelector(ObjectRef ref, JsonNode object) {
            return "app=web";
        }

        @Override
        public boolean rolls(ObjectRef ref) {
            return true;
        }

        @Override
        public List<ObjectRef> collections(String namespace) {
            return List.of();
        }
    };
    private static final EndedPods.Reader<RuntimeException> ONE_RUNS = there("Running");

    /** One pod is there. */
    private static EndedPods.Reader<RuntimeException> there(String phase) {
        return new EndedPods.Reader<>() {
            @Override
            public Optional<JsonNode> read(ObjectRef ref) {
                return Optional.of(Json.read(
                        "{\"metadata\":{\"uid\":\"D\"},\"spec\":{\"replicas\":2,\"suspend\":false,\"template\":{}}}"));
            }

            @Override
            public Optional<List<JsonNode>> list(ObjectRef collection, String labels) {
                return Optional.of(List.of(Json.read("{\"metadata\":{\"name\":\"web-1\",\"uid\":\"P\"},"
                        + "\"spec\":{\"nodeName\":\"n1\"},\"status\":{\"phase\":\"" + phase + "\"}}")));
            }
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE      | {}                                              | true",
                "MERGE_PATCH | {'spec':{'suspend':true}}                       | true",
                "MERGE_PATCH | {'spec':{'replicas':1}}                         | true",
                "MERGE_PATCH | {'spec':{'replicas':1,'template':{'spec':{}}}}  | true",
                "MERGE_PATCH | {'spec':{'active':false}}                       | true",
                "MERGE_PATCH | {'spec':{'template':{'metadata':{'a':'b'}}}}    | false",
                "MERGE_PATCH | {'spec':{'replicas':3}}                         | false",
            },
            quoteCharacter = '`')
    void onlyWhatStopsPodsPromisesThatNoMoreOfThemRunThanWerePlanned(
            ApiWrite.Verb verb, String body, boolean promises) {
        Step.Write step = new Step.Write(
                        new ApiWrite(
                                verb,
                                SERVICE,
                                "",
                                body.replace('\'', '"'),
                                Optional.of("D"),
                                Optional.empty(),
                                "write"),
                        Optional.empty())
                .ending(Set.of());
        assertEquals(
                promises ? List.of("web-1 has begun to run on n1 since this was planned, and would end.") : List.of(),
                EndedPods.problems(step, Set.of(), KINDS, ONE_RUNS));
    }

    /** A colleague has done the same, or all ran on elsewhere: what would end now is nothing that anybody agreed to end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'spec':{'suspend':true}}                    | P | Running   |   | false",
                "{'spec':{'suspend':true}}                    | P | Pending   |   | false",
                "{'spec':{'suspend':true}}                    | P | Succeeded |   | true",
                "{'spec':{'suspend':true}}                    | Q | Running   |   | true",
                "{'spec':{'suspend':true}}                    | Q | Pending   |   | true",
                "{'spec':{'suspend':true}}                    | Q | Running   | Q | false",
                "{'spec':{'suspend':true}}                    |   | Running   |   | false",
                "{'spec':{'suspend':false}}                   | Q | Running   |   | false",
                "{'spec':{'template':{'metadata':{'a':'b'}}}} | Q | Running   |   | true",
                "{'spec':{'template':{'metadata':{'a':'b'}}}} | P | Pending   |   | false",
            },
            quoteCharacter = '`')
    void aWriteOfWhichNoPodThatWasToEndRunsAnyMoreEndsOthers(
            String body, String agreed, String phase, String own, boolean others) {
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                SERVICE,
                "",
                body.replace('\'', '"'),
                Optional.of("D"),
                Optional.empty(),
                "write");
        Set<String> ends = agreed == null ? Set.of() : Set.of(agreed);
        assertEquals(
                others,
                EndedPods.problems(
                                new Step.Write(write, Optional.empty()).ending(ends),
                                own == null ? Set.of() : Set.of(own),
                                KINDS,
                                there(phase))
                        .contains("None of the pods of " + SERVICE.displayName()
                                + " that this was planned to end runs any more."));
    }
}
