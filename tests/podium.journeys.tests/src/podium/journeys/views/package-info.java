// SPDX-License-Identifier: Apache-2.0
/** All views of a fleet at once: whatever happened, each shows what is there now. */
package podium.journeys.views;
