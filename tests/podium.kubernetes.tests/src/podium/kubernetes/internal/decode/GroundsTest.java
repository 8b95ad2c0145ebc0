// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import podium.core.fleet.InputKind;
import podium.kubernetes.testkit.AllKinds;

/** What verdicts lean on is what the mirror follows. */
class GroundsTest {
    private static final Set<String> FOLLOWED =
            AllKinds.ALL.stream().map(Kind::toString).collect(Collectors.toSet());

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void everyGroundIsAKindThatTheMirrorFollows(InputKind ground) {
        assertTrue(FOLLOWED.contains(ground.resource()), ground.resource());
    }

    @Test
    void everyGroundIsFoundByItsResource() {
        Set<String> resources =
                Stream.of(InputKind.values()).map(InputKind::resource).collect(Collectors.toSet());
        assertEquals(
                InputKind.values().length,
                FOLLOWED.stream().filter(resources::contains).count());
    }
}
