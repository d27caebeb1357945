/** Instants are Unix milliseconds. */
export type ConfigTables = {
  city_configs: {
    city: string;
    revision: number;
    config_json: string;
    changed_at: number;
    /** Name of the member of staff at that time. */
    changed_by: string;
    note: string;
  };
  city_generations: {
    city: string;
    /** 128 random bits in base64url. */
    generation: string;
    /** 0 while it is the first. */
    changed_at: number;
  };
};
