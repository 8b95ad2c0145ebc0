/* SPDX-License-Identifier: Apache-2.0
 *
 * What Podium's agent does at each sample, as a C program would do it: the same ten readings of every GPU, through the
 * same library. Arguments: library, rounds, samples a round, milliseconds between two samples (0: none).
 * Prints "round CPU-NANOSECONDS" for each round.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define GPUS 64

typedef unsigned int u32;
typedef unsigned long long u64;

struct memory {
    u32 version;
    u64 total, reserved, free, used;
};

static double sum;

static void *function(void *library, const char *name) {
    void *found = dlsym(library, name);
    if (!found) {
        fprintf(stderr, "no %s\n", name);
        exit(1);
    }
    return found;
}

static long long nanoseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

int main(int count, char **argument) {
    void *library = count == 5 ? dlopen(argument[1], RTLD_NOW) : NULL;
    void *gpus[GPUS];
    u32 number = 0;
    if (!library) {
        fprintf(stderr, "nvml-loop LIBRARY ROUNDS SAMPLES MILLISECONDS\n");
        return 1;
    }
    int (*init)(void) = function(library, "nvmlInit_v2");
    int (*devices)(u32 *) = function(library, "nvmlDeviceGetCount_v2");
    int (*handle)(u32, void **) = function(library, "nvmlDeviceGetHandleByIndex_v2");
    int (*utilization)(void *, u32 *) = function(library, "nvmlDeviceGetUtilizationRates");
    int (*memory)(void *, struct memory *) = function(library, "nvmlDeviceGetMemoryInfo_v2");
    int (*power)(void *, u32 *) = function(library, "nvmlDeviceGetPowerUsage");
    int (*energy)(void *, u64 *) = function(library, "nvmlDeviceGetTotalEnergyConsumption");
    int (*temperature)(void *, int, u32 *) = function(library, "nvmlDeviceGetTemperature");
    int (*clocks)(void *, int, u32 *) = function(library, "nvmlDeviceGetClockInfo");
    int (*reasons)(void *, u64 *) = function(library, "nvmlDeviceGetCurrentClocksEventReasons");
    int (*ecc)(void *, int, int, u64 *) = function(library, "nvmlDeviceGetTotalEccErrors");
    if (init() || devices(&number) || number > GPUS) return 1;
    for (u32 i = 0; i < number; i++) {
        if (handle(i, &gpus[i])) return 1;
    }
    for (int round = atoi(argument[2]); round > 0; round--) {
        long long begin = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
        long long next = nanoseconds(CLOCK_MONOTONIC);
        for (int sample = atoi(argument[3]); sample > 0; sample--) {
            for (u32 i = 0; i < number; i++) {
                u32 small[2];
                u64 wide;
                struct memory bytes = {sizeof(struct memory) | 2u << 24, 0, 0, 0, 0};
                if (utilization(gpus[i], small) == 0) sum += small[0];
                if (memory(gpus[i], &bytes) == 0) sum += (double) bytes.used;
                if (power(gpus[i], small) == 0) sum += small[0];
                if (energy(gpus[i], &wide) == 0) sum += (double) wide;
                if (temperature(gpus[i], 0, small) == 0) sum += small[0];
                if (clocks(gpus[i], 1, small) == 0) sum += small[0];
                if (clocks(gpus[i], 2, small) == 0) sum += small[0];
                if (reasons(gpus[i], &wide) == 0) sum += (double) wide;
                if (ecc(gpus[i], 0, 0, &wide) == 0) sum += (double) wide;
                if (ecc(gpus[i], 1, 0, &wide) == 0) sum += (double) wide;
            }
            next += atoll(argument[4]) * 1000000LL;
            struct timespec until = {next / 1000000000LL, next % 1000000000LL};
            if (atoi(argument[4])) clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
        }
        printf("round %lld\n", nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - begin);
        fflush(stdout);
    }
    return sum > 0 ? 0 : 1;
}
