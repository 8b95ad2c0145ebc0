// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

/** Second writers of objects on the simulated cluster. */
class SimulatedObjectStrikesTest extends ObjectStrikes {
    SimulatedObjectStrikesTest() {
        super(Ground.Kind.SIMULATED);
    }
}
