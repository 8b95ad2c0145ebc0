/* SPDX-License-Identifier: Apache-2.0
 *
 * A stand-in for libnvidia-ml.so that answers from a file, written for Podium's tests from the signatures in nvml.h.
 *
 * stub_load(path) reads lines "key value"; a device's keys begin with its index: "0.power 512345". "0.power! 15" makes
 * that call return the code 15, "0.power~ 20" makes it take 20 ms first. What is not in the file is NOT_SUPPORTED.
 * Compile with -DOLD_DRIVER to leave out the functions that old drivers lack.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LINES 2048
#define SUCCESS 0
#define INVALID_ARGUMENT 2
#define NOT_SUPPORTED 3
#define INSUFFICIENT_SIZE 7
#define TIMEOUT 10
#define VERSION_MISMATCH 25

typedef unsigned int u32;
typedef unsigned long long u64;

static char keys[LINES][64];
static char values[LINES][256];
static int lines;
static int initialised;
static char handles[64];
static u64 xidMask[64];

int stub_load(const char *path) {
    FILE *file = fopen(path, "r");
    lines = 0;
    if (!file) {
        return -1;
    }
    while (lines < LINES && fscanf(file, "%63s %255[^\n]", keys[lines], values[lines]) == 2) {
        lines++;
    }
    fclose(file);
    return lines;
}

static const char *find(const char *key) {
    for (int i = lines - 1; i >= 0; i--) {
        if (strcmp(keys[i], key) == 0) {
            return values[i];
        }
    }
    return NULL;
}

static void pause_ms(long ms) {
    struct timespec time = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&time, NULL);
}

/* The value of a device's key, or NULL and why. */
static const char *ask(void *device, const char *name, int *code) {
    char key[64];
    const char *value;
    int index = (int) ((char *) device - handles);
    if (index < 0 || index >= 64) {
        *code = INVALID_ARGUMENT;
        return NULL;
    }
    snprintf(key, sizeof key, "%d.%s~", index, name);
    if ((value = find(key))) {
        pause_ms(atol(value));
    }
    snprintf(key, sizeof key, "%d.*!", index);
    if ((value = find(key))) {
        *code = atoi(value);
        return NULL;
    }
    snprintf(key, sizeof key, "%d.%s!", index, name);
    if ((value = find(key))) {
        *code = atoi(value);
        return NULL;
    }
    snprintf(key, sizeof key, "%d.%s", index, name);
    value = find(key);
    *code = value ? SUCCESS : NOT_SUPPORTED;
    return value;
}

static int number(void *device, const char *name, u32 *out) {
    int code;
    const char *value = ask(device, name, &code);
    if (value) {
        *out = (u32) strtoul(value, NULL, 0);
    }
    return code;
}

static int wide(void *device, const char *name, u64 *out) {
    int code;
    const char *value = ask(device, name, &code);
    if (value) {
        *out = strtoull(value, NULL, 0);
    }
    return code;
}

static int text(void *device, const char *name, char *out, u32 length) {
    int code;
    const char *value = ask(device, name, &code);
    if (value && strlen(value) >= length) {
        return INSUFFICIENT_SIZE;
    }
    if (value) {
        strcpy(out, value);
    }
    return code;
}

int nvmlInit_v2(void) {
    const char *code = find("init!");
    initialised = code == NULL;
    return code ? atoi(code) : SUCCESS;
}

int nvmlShutdown(void) {
    initialised = 0;
    return SUCCESS;
}

int stub_initialised(void) { return initialised; }

int nvmlSystemGetDriverVersion(char *out, u32 length) {
    const char *value = find("driver");
    if (!value) return NOT_SUPPORTED;
    snprintf(out, length, "%s", value);
    return SUCCESS;
}

int nvmlSystemGetNVMLVersion(char *out, u32 length) {
    const char *value = find("nvml");
    if (!value) return NOT_SUPPORTED;
    snprintf(out, length, "%s", value);
    return SUCCESS;
}

int nvmlDeviceGetCount_v2(u32 *count) {
    const char *value = find("count");
    *count = value ? (u32) atoi(value) : 0;
    return SUCCESS;
}

int nvmlDeviceGetHandleByIndex_v2(u32 index, void **device) {
    char key[64];
    const char *value;
    snprintf(key, sizeof key, "%u.handle!", index);
    if ((value = find(key))) return atoi(value);
    *device = &handles[index];
    return SUCCESS;
}

int nvmlDeviceGetName(void *d, char *out, u32 n) { return text(d, "name", out, n); }
int nvmlDeviceGetUUID(void *d, char *out, u32 n) { return text(d, "uuid", out, n); }
int nvmlDeviceGetSerial(void *d, char *out, u32 n) { return text(d, "serial", out, n); }

struct pci {
    char legacy[16];
    u32 domain, bus, device, id, subsystem;
    char busId[32];
};

static int pci_of(void *device, const char *name, struct pci *out) {
    int code;
    const char *value = ask(device, name, &code);
    if (value) {
        memset(out, 0, sizeof *out);
        sscanf(value, "%x:%x:%x", &out->domain, &out->bus, &out->device);
        out->id = 0x233010de;
        snprintf(out->busId, sizeof out->busId, "%s", value);
        snprintf(out->legacy, sizeof out->legacy, "%s", value + 4);
    }
    return code;
}

int nvmlDeviceGetPciInfo_v3(void *d, struct pci *out) { return pci_of(d, "pci", out); }

struct memory {
    u32 version;
    u64 total, reserved, free, used;
};

int nvmlDeviceGetMemoryInfo_v2(void *d, struct memory *out) {
    int code;
    const char *value;
    if (out->version != (sizeof(struct memory) | 2u << 24)) return VERSION_MISMATCH;
    if ((value = ask(d, "memory", &code))) {
        sscanf(value, "%llu %llu %llu %llu", &out->total, &out->reserved, &out->free, &out->used);
    }
    return code;
}

struct utilization {
    u32 gpu, memory;
};

int nvmlDeviceGetUtilizationRates(void *d, struct utilization *out) {
    int code;
    const char *value = ask(d, "utilization", &code);
    if (value) sscanf(value, "%u %u", &out->gpu, &out->memory);
    return code;
}

int nvmlDeviceGetClockInfo(void *d, int type, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "clock.%d", type);
    return number(d, name, out);
}

int nvmlDeviceGetMaxClockInfo(void *d, int type, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "maxclock.%d", type);
    return number(d, name, out);
}

int nvmlDeviceGetPowerUsage(void *d, u32 *out) { return number(d, "power", out); }
int nvmlDeviceGetEnforcedPowerLimit(void *d, u32 *out) { return number(d, "powerlimit", out); }
int nvmlDeviceGetTotalEnergyConsumption(void *d, u64 *out) { return wide(d, "energy", out); }
int nvmlDeviceGetTemperature(void *d, int sensor, u32 *out) {
    return sensor ? INVALID_ARGUMENT : number(d, "temperature", out);
}

int nvmlDeviceGetTemperatureThreshold(void *d, int threshold, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "threshold.%d", threshold);
    return number(d, name, out);
}

int nvmlDeviceGetCurrentClocksThrottleReasons(void *d, u64 *out) { return wide(d, "reasons", out); }

int nvmlDeviceGetTotalEccErrors(void *d, int type, int counter, u64 *out) {
    char name[32];
    snprintf(name, sizeof name, "ecc.%d.%d", type, counter);
    return wide(d, name, out);
}

int nvmlDeviceGetPcieThroughput(void *d, int counter, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "pcie.%d", counter);
    return number(d, name, out);
}

int nvmlDeviceGetCurrPcieLinkGeneration(void *d, u32 *out) { return number(d, "pciegen", out); }
int nvmlDeviceGetCurrPcieLinkWidth(void *d, u32 *out) { return number(d, "pciewidth", out); }
int nvmlDeviceGetPcieReplayCounter(void *d, u32 *out) { return number(d, "replays", out); }

int nvmlDeviceGetNvLinkState(void *d, u32 link, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "link.%u", link);
    return number(d, name, out);
}

int nvmlDeviceGetNvLinkVersion(void *d, u32 link, u32 *out) {
    char name[32];
    snprintf(name, sizeof name, "linkversion.%u", link);
    return number(d, name, out);
}

int nvmlDeviceGetNvLinkRemotePciInfo_v2(void *d, u32 link, struct pci *out) {
    char name[32];
    snprintf(name, sizeof name, "linkremote.%u", link);
    return pci_of(d, name, out);
}

int nvmlDeviceGetNvLinkErrorCounter(void *d, u32 link, int counter, u64 *out) {
    char name[32];
    snprintf(name, sizeof name, "linkerrors.%u.%d", link, counter);
    return wide(d, name, out);
}

int nvmlDeviceGetMigMode(void *d, u32 *current, u32 *pending) {
    int code;
    const char *value = ask(d, "mig", &code);
    if (value) sscanf(value, "%u %u", current, pending);
    return code;
}

struct process {
    u32 pid;
    u64 memory;
    u32 gpuInstance, computeInstance;
};

/* "0.processes 2" says how many; "0.process.1 4711 1024 4294967295 4294967295" is the second of them. */
static int processes(void *d, const char *count, const char *one, u32 *room, struct process *out) {
    u32 number_of = 0;
    int code = number(d, count, &number_of);
    u32 had = *room;
    if (code != SUCCESS) return code;
    *room = number_of;
    if (had < number_of) return INSUFFICIENT_SIZE;
    for (u32 i = 0; i < number_of; i++) {
        char name[32];
        const char *value;
        snprintf(name, sizeof name, "%s.%u", one, i);
        if (!(value = ask(d, name, &code))) return code;
        sscanf(value, "%u %llu %u %u", &out[i].pid, &out[i].memory, &out[i].gpuInstance, &out[i].computeInstance);
    }
    return SUCCESS;
}

int nvmlDeviceGetComputeRunningProcesses_v3(void *d, u32 *count, struct process *out) {
    return processes(d, "processes", "process", count, out);
}

int nvmlDeviceGetGraphicsRunningProcesses_v3(void *d, u32 *count, struct process *out) {
    return processes(d, "graphics", "graphic", count, out);
}

#ifndef OLD_DRIVER
int nvmlDeviceGetCurrentClocksEventReasons(void *d, u64 *out) { return wide(d, "reasons", out); }
int nvmlDeviceGetNumaNodeId(void *d, u32 *out) { return number(d, "numa", out); }

int nvmlDeviceGetRemappedRows(void *d, u32 *corrected, u32 *uncorrected, u32 *pending, u32 *failed) {
    int code;
    const char *value = ask(d, "rows", &code);
    if (value) sscanf(value, "%u %u %u %u", corrected, uncorrected, pending, failed);
    return code;
}
#endif

struct event {
    void *device;
    u64 type, data;
    u32 gpuInstance, computeInstance;
};

int nvmlEventSetCreate(void **set) {
    *set = xidMask;
    return SUCCESS;
}

int nvmlDeviceRegisterEvents(void *device, u64 types, void *set) {
    int code;
    ask(device, "events", &code);
    if (code == SUCCESS) ((u64 *) set)[(char *) device - handles] = types;
    return code;
}

/* Gives each "xid DEVICE CODE" of the file once, the last first. */
int nvmlEventSetWait_v2(void *set, struct event *out, u32 timeout) {
    for (int i = lines - 1; i >= 0; i--) {
        u32 device;
        u64 code;
        if (strcmp(keys[i], "xid") == 0 && sscanf(values[i], "%u %llu", &device, &code) == 2
                && (((u64 *) set)[device] & 8)) {
            strcpy(keys[i], "given");
            memset(out, 0, sizeof *out);
            out->device = &handles[device];
            out->type = 8;
            out->data = code;
            out->gpuInstance = out->computeInstance = 0xFFFFFFFFu;
            return SUCCESS;
        }
    }
    pause_ms(timeout);
    return TIMEOUT;
}

int nvmlEventSetFree(void *set) {
    memset(set, 0, sizeof xidMask);
    return SUCCESS;
}
