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
  unsettled_configs: {
    city: string;
    revision: number;
    step: 'return' | 'promote' | 'offer';
    /** `return` and `offer`: how many of the visits are done; `promote`: the change after which the waiting list goes on. */
    position: number;
    /** The visits that lose their window, in order of submission (db/city/unsettled-configs.ts). */
    visits_json: string;
  };
  city_generations: {
    city: string;
    /** 128 random bits in base64url. */
    generation: string;
    /** 0 while it is the first. */
    changed_at: number;
  };
};
