/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What pigment looks like: scalp micropigmentation is a halftone.
 *
 *   r_i^2 = dot_radius^2 + 4 dot_spread (t - t_i)          a dot widens
 *   a     = sum_i N_i pi r_i^2 / 100                       [1]
 *   cov   = 1 - exp(-a)                                    covered share
 *   rho   = P / cov (1 - exp(-reference_dots pi dot_radius^2 / 100))
 *   Yd    = Rs + (Ys - Rs) 10^(-2 absorbance rho)          a dot's luminance
 *   Y     = (cov Yd^(1/n) + (1 - cov) Ys^(1/n))^n          Yule-Nielsen
 *   tone       = L*(skin) - L*(Y)      how dark the area looks
 *   definition = L*(skin) - L*(Yd)     how crisp a dot is
 *
 * P   visible pigment (kinetics.h)                         [dose]
 * N_i dots of session i                                    [1/cm2]
 * Ys  luminance of the bare skin, from its CIELAB L*       [1]
 * Rs  surface_reflectance                                  [1]
 * n   halftone_exponent                                    [1]
 *
 * Two classes in one zone are two dot populations: bare skin, either class and
 * both (overlap by Demichel, transmittances multiplied) mix by
 * Yule-Nielsen-Neugebauer; definition is that of the class with the greater
 * column rho. models/README.md eq. (10) to (19).
 */
#ifndef FADECAST_APPEARANCE_H
#define FADECAST_APPEARANCE_H

#include <stddef.h>

#include <fadecast/pigment.h>
#include <fadecast/status.h>

FADE_BEGIN

typedef struct fade_optics {
    double dot_radius;          /* [mm], > 0 */
    double dot_spread;          /* [mm2/day], >= 0 */
    double absorbance;          /* [1], > 0; decadic, at column 1 */
    double reference_dots;      /* [1/cm2], > 0 */
    double surface_reflectance; /* [1], 0..1, below the skin's luminance */
    double halftone_exponent;   /* [1], >= 1 */
} fade_optics;

/*
 * The dots of one class at one time, as two sums over the sessions so far:
 * all that the covered share needs, however many sessions there were.
 */
typedef struct fade_dots {
    double density; /* sum N_i [1/cm2] */
    double ageing;  /* sum N_i (t - t_i) [day/cm2] */
} fade_dots;

/* One class in the zone; optics NULL where the class is not there. */
typedef struct fade_layer {
    const fade_optics *optics;
    fade_dots dots;
    double pigment; /* visible amount [dose]; below 0 counts as 0 */
} fade_layer;

typedef struct fade_appearance {
    double tone;       /* [L*] */
    double definition; /* [L*] */
    double coverage;   /* [1], of all classes together */
} fade_appearance;

/* Lightness below which the model has no meaning [L*]. */
#define FADE_SKIN_LIGHTNESS_MIN 20.0
#define FADE_SKIN_LIGHTNESS_MAX 100.0

/* CIE 1976 L* [0..100] from relative luminance [0..1], with its linear toe. */
FADE_API double fade_lightness(double luminance);
FADE_API double fade_luminance(double lightness);

/*
 * Looks of a zone of skin of `skin_lightness` [L*]. Without dots all is 0,
 * without pigment tone and definition are.
 * FADE_EINVAL where a value is out of range; `out` is then unchanged. Where
 * both classes are there, surface_reflectance and halftone_exponent of the
 * permanent one hold for the area.
 */
FADE_API fade_status fade_appearance_of(double skin_lightness,
                                        const fade_layer layers[FADE_PIGMENTS],
                                        fade_appearance *out);

FADE_END

#endif
