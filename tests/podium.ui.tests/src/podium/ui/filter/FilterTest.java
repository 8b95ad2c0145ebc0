// SPDX-License-Identifier: Apache-2.0
package podium.ui.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private record Thing(String name, String state, OptionalDouble free) {}

    private static final FilterFields<Thing> FIELDS = new FilterFields<Thing>(
                    thing -> (thing.name + " " + thing.state).toLowerCase())
            .text("state", Thing::state)
            .number("free", Thing::free);

    private static final List<Thing> ALL = List.of(
            new Thing("gpu-a1", "free", OptionalDouble.of(8)),
            new Thing("gpu-a2", "partly", OptionalDouble.of(3)),
            new Thing("gpu-b1", "full", OptionalDouble.of(0)),
            new Thing("gpu-b2", "not ready", OptionalDouble.empty()));

    @ParameterizedTest
    @CsvSource({
        "'', gpu-a1 gpu-a2 gpu-b1 gpu-b2",
        "a1, gpu-a1",
        "GPU-A, gpu-a1 gpu-a2",
        "free>=3, gpu-a1 gpu-a2",
        "free>3, gpu-a1",
        "free<4, gpu-a2 gpu-b1",
        "free<=0, gpu-b1",
        "free=8, gpu-a1",
        "state:full, gpu-b1",
        "state:f, gpu-a1 gpu-b1",
        "'state:free,full', gpu-a1 gpu-b1",
        "'state:full,', gpu-b1",
        "'-state:free,full', gpu-a2 gpu-b2",
        "gpu free>=1, gpu-a1 gpu-a2",
        "-a1, gpu-a2 gpu-b1 gpu-b2",
        "gpu -free>=3, gpu-b1 gpu-b2",
        "a1 b1, ''"
    })
    void allTermsMustHold(String typed, String names) {
        Filter<Thing> filter = Filter.parse(typed, FIELDS);
        assertTrue(filter.problem().isEmpty(), filter.problem().toString());
        assertEquals(
                names,
                String.join(
                        " ", ALL.stream().filter(filter.test()).map(Thing::name).toList()));
    }

    /** Who typed -ft for a job of that name got all others, and nothing told. */
    @Test
    void whatAMinusLeavesOutIsSaid() {
        assertEquals(
                Optional.of("without a1 state:full"),
                Filter.parse("gpu -a1 -state:full", FIELDS).note());
        assertEquals(Optional.empty(), Filter.parse("gpu-a1", FIELDS).note());
        assertEquals(
                Optional.of("free>=many is not a term"),
                Filter.parse("-a1 free>=many", FIELDS).note());
    }

    @Test
    void anUnknownNumberMeetsNoComparison() {
        Thing unknown = ALL.getLast();
        for (String typed : List.of("free>=0", "free<=0", "free<1000", "free=0")) {
            assertFalse(Filter.parse(typed, FIELDS).test().test(unknown), typed);
        }
    }

    @Test
    void anUnknownFieldIsSaidAndTheRestStillFilters() {
        Filter<Thing> filter = Filter.parse("colour:red a1", FIELDS);
        assertTrue(filter.problem().orElse("").contains("colour"));
        assertEquals(1, ALL.stream().filter(filter.test()).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"free~5", "free=>5", "free>=many", "activity~5", "-free!3", "colour:red", "gpus>=4"})
    void whatIsNoTermIsSaidToBeNoneWithTheTermsThereAre(String typed) {
        Filter<Thing> filter = Filter.parse(typed, FIELDS);
        assertEquals(Optional.of(typed + " is not a term"), filter.brief());
        String problem = filter.problem().orElseThrow();
        assertTrue(problem.startsWith(typed + " is not a term. Terms: "), problem);
        assertTrue(problem.contains("free>="), problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"app=web", "free", "free>=", "<none>", "a~b"})
    void whatIsNotYetATermOrMayBeAWordIsLookedFor(String typed) {
        assertEquals(Optional.empty(), Filter.parse(typed, FIELDS).problem());
    }

    @Test
    void theProblemNamesTheFieldsThereAre() {
        assertTrue(Filter.parse("gpus>=4", FIELDS).problem().orElse("").contains("free"));
    }

    @Test
    void halfTypedTermsHideNothing() {
        assertEquals(4, ALL.stream().filter(Filter.parse("-", FIELDS).test()).count());
    }

    @Test
    void theHintShowsHowToType() {
        assertEquals("state:  free>=", FIELDS.hint());
    }
}
