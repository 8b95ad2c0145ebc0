// SPDX-License-Identifier: Apache-2.0
/** What tests of several bundles share: real control planes, and ways to wait. */
package podium.testkit;
