// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

/** Second writers of objects on a real control plane, where KUBEBUILDER_ASSETS names one. */
class RealObjectStrikesTest extends ObjectStrikes {
    RealObjectStrikesTest() {
        super(Ground.Kind.REAL);
    }
}
