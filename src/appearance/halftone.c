/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fadecast/appearance.h>

#include <float.h>
#include <math.h>
#include <stdbool.h>

/*
 * CIE 1976 L* in the exact form of CIE 15:2004: a cube root above a linear
 * toe, with kappa = (29/3)^3 and epsilon = (6/29)^3 so that both meet.
 */
static const double KAPPA = 24389.0 / 27.0;
static const double EPSILON = 216.0 / 24389.0;

static const double MM2_PER_CM2 = 100.0;

/* One class as the mixing sees it. */
typedef struct class_look {
    double coverage; /* [1] */
    double column;   /* rho [1]: 1 is a fresh reference session */
    double density;  /* 2 absorbance rho, down and up again [decades] */
} class_look;

/* What the two classes share: skin, surface and dot gain. */
typedef struct backdrop {
    double skin;     /* luminance of the bare skin [1] */
    double surface;  /* reflectance that no pigment can darken [1] */
    double exponent; /* Yule-Nielsen n [1] */
} backdrop;

double
fade_lightness(double luminance)
{
    return luminance > EPSILON ? 116.0 * cbrt(luminance) - 16.0
                               : KAPPA * luminance;
}

double
fade_luminance(double lightness)
{
    double root = (lightness + 16.0) / 116.0;

    return lightness > KAPPA * EPSILON ? root * root * root : lightness / KAPPA;
}

/* A class without dots has no look, whatever its optics. */
static bool
is_there(const fade_layer *layer)
{
    return layer->optics && layer->dots.density > 0.0;
}

static bool
optics_are_valid(const fade_optics *optics)
{
    return optics->dot_radius > 0.0 && optics->dot_spread >= 0.0
           && optics->absorbance > 0.0 && optics->reference_dots > 0.0
           && optics->surface_reflectance >= 0.0
           && optics->halftone_exponent >= 1.0 && isfinite(optics->dot_radius)
           && isfinite(optics->dot_spread) && isfinite(optics->absorbance)
           && isfinite(optics->reference_dots)
           && isfinite(optics->halftone_exponent);
}

static bool
layer_is_valid(const fade_layer *layer, double skin)
{
    if (!layer->optics) {
        return true;
    }
    return optics_are_valid(layer->optics)
           && layer->optics->surface_reflectance < skin
           && layer->dots.density >= 0.0 && isfinite(layer->dots.density)
           && layer->dots.ageing >= 0.0 && isfinite(layer->dots.ageing)
           && isfinite(layer->pigment);
}

/* Share of skin under dots of this area per skin area that fall at random. */
static double
random_cover(double dot_area)
{
    return -expm1(-dot_area);
}

/* Dot areas in mm2/cm2 become a share of the skin. */
static class_look
look_at_class(const fade_layer *layer)
{
    const fade_optics *optics = layer->optics;
    double radius2 = optics->dot_radius * optics->dot_radius;
    double dots_area = M_PI / MM2_PER_CM2
                       * (layer->dots.density * radius2
                          + 4.0 * optics->dot_spread * layer->dots.ageing);
    double fresh_area = M_PI / MM2_PER_CM2 * optics->reference_dots * radius2;
    class_look look = {.coverage = random_cover(dots_area)};

    look.column = fmax(layer->pigment, 0.0) * random_cover(fresh_area)
                  / fmax(look.coverage, DBL_MIN);
    look.density = 2.0 * optics->absorbance * look.column;
    return look;
}

/* Luminance of skin under pigment of this optical density [decades]. */
static double
darkened(const backdrop *area, double density)
{
    return area->surface
           + (area->skin - area->surface) * exp(-M_LN10 * density);
}

/* Y^(1/n) and its inverse; n is 2 in all but a researcher's tables. */
static double
spread_out(const backdrop *area, double luminance)
{
    return fabs(area->exponent - 2.0) < DBL_EPSILON
               ? sqrt(luminance)
               : pow(luminance, 1.0 / area->exponent);
}

static double
gathered(const backdrop *area, double value)
{
    return fabs(area->exponent - 2.0) < DBL_EPSILON
               ? value * value
               : pow(value, area->exponent);
}

static fade_appearance
mix_one(double skin_lightness, const backdrop *area, const class_look *look)
{
    double dot = darkened(area, look->density);
    double bare = spread_out(area, area->skin);
    double mixed = bare + look->coverage * (spread_out(area, dot) - bare);

    return (fade_appearance){.tone = skin_lightness
                                     - fade_lightness(gathered(area, mixed)),
                             .definition = skin_lightness - fade_lightness(dot),
                             .coverage = look->coverage};
}

/*
 * Yule-Nielsen-Neugebauer with Demichel's shares: two dot populations laid
 * independently of each other leave bare skin, one, the other, and both.
 */
static fade_appearance
mix_two(double skin_lightness, const backdrop *area, const class_look look[2])
{
    double cover0 = look[0].coverage;
    double cover1 = look[1].coverage;
    double bare_share = (1.0 - cover0) * (1.0 - cover1);
    double dot0 = darkened(area, look[0].density);
    double dot1 = darkened(area, look[1].density);
    double both = darkened(area, look[0].density + look[1].density);
    double mixed = bare_share * spread_out(area, area->skin)
                   + cover0 * (1.0 - cover1) * spread_out(area, dot0)
                   + cover1 * (1.0 - cover0) * spread_out(area, dot1)
                   + cover0 * cover1 * spread_out(area, both);
    double crisp = look[1].column > look[0].column ? dot1 : dot0;

    return (fade_appearance){
        .tone = skin_lightness - fade_lightness(gathered(area, mixed)),
        .definition = skin_lightness - fade_lightness(crisp),
        .coverage = 1.0 - bare_share};
}

/* Bare skin and dots without pigment differ from skin by rounding at most. */
static fade_appearance
look_of(double skin_lightness, const backdrop *area, const class_look *looks,
        size_t count)
{
    fade_appearance look = {0};
    double column = 0.0;

    for (size_t i = 0; i < count; i++) {
        column += looks[i].column;
    }
    if (count == 1) {
        look = mix_one(skin_lightness, area, &looks[0]);
    } else if (count > 1) {
        look = mix_two(skin_lightness, area, looks);
    }
    if (!(column > 0.0)) {
        look.tone = 0.0;
        look.definition = 0.0;
    }
    return look;
}

fade_status
fade_appearance_of(double skin_lightness,
                   const fade_layer layers[FADE_PIGMENTS], fade_appearance *out)
{
    backdrop area = {.skin = fade_luminance(skin_lightness)};
    class_look looks[FADE_PIGMENTS];
    size_t found = 0;

    if (!(skin_lightness >= FADE_SKIN_LIGHTNESS_MIN
          && skin_lightness <= FADE_SKIN_LIGHTNESS_MAX)) {
        return FADE_EINVAL;
    }
    for (size_t i = 0; i < FADE_PIGMENTS; i++) {
        if (!layer_is_valid(&layers[i], area.skin)) {
            return FADE_EINVAL;
        }
    }
    /* Downwards, so that the permanent class has the last word on the area. */
    for (size_t i = FADE_PIGMENTS; i-- > 0;) {
        if (is_there(&layers[i])) {
            area.surface = layers[i].optics->surface_reflectance;
            area.exponent = layers[i].optics->halftone_exponent;
            looks[found++] = look_at_class(&layers[i]);
        }
    }
    *out = look_of(skin_lightness, &area, looks, found);
    return FADE_OK;
}
