import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Newsletters, their forms, the people who read them, the proof of their will, and the ledger of their number. */
export class Subscribers1764000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(newsletters);
    await runner.query(people);
    await runner.query(evidence);
    await runner.query(budgets);
  }

  async down(): Promise<void> {
    // Migrations only go forward: a mistake is mended by the next one.
  }
}

const newsletters = `
  CREATE TABLE newsletters (
    tenant_id uuid NOT NULL REFERENCES tenants,
    id uuid NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    list_id text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('ja', 'en')),
    published_form integer,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    archived_at timestamptz,
    PRIMARY KEY (tenant_id, id)
  );
  CREATE UNIQUE INDEX newsletters_slug ON newsletters (tenant_id, slug) WHERE archived_at IS NULL;
  SELECT protect_tenant_table('newsletters');

  CREATE TABLE form_versions (
    tenant_id uuid NOT NULL,
    newsletter_id uuid NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    published_at timestamptz,
    text_hash bytea,
    PRIMARY KEY (tenant_id, newsletter_id, number),
    FOREIGN KEY (tenant_id, newsletter_id) REFERENCES newsletters (tenant_id, id),
    CHECK ((published_at IS NULL) = (text_hash IS NULL))
  );
  CREATE UNIQUE INDEX form_versions_draft ON form_versions (tenant_id, newsletter_id) WHERE published_at IS NULL;
  SELECT protect_tenant_table('form_versions');

  -- What people agreed to stays as it was when they did.
  CREATE FUNCTION keep_published_form() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'a published form version is immutable';
  END $$;
  CREATE TRIGGER form_versions_immutable BEFORE UPDATE ON form_versions
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION keep_published_form();
`;

const people = `
  CREATE TABLE subscribers (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    address text,
    address_hash bytea,
    domain text,
    fields jsonb NOT NULL DEFAULT '{}',
    joined_at timestamptz,
    created_at timestamptz NOT NULL,
    erased_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK ((address IS NULL) = (erased_at IS NOT NULL)),
    CHECK ((address_hash IS NULL) = (address IS NULL) AND (domain IS NULL) = (address IS NULL))
  );
  CREATE UNIQUE INDEX subscribers_address ON subscribers (tenant_id, address_hash);
  CREATE UNIQUE INDEX subscribers_id ON subscribers (id); -- a link names the person and must lead to the tenant
  SELECT protect_tenant_table('subscribers');

  CREATE TABLE subscriptions (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    newsletter_id uuid NOT NULL,
    subscriber_id uuid NOT NULL,
    status text NOT NULL CHECK (status IN ('pending', 'active', 'unsubscribed', 'removed_bounce',
      'removed_operator', 'removed_contract_end', 'erased')),
    status_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, newsletter_id) REFERENCES newsletters (tenant_id, id),
    FOREIGN KEY (tenant_id, subscriber_id) REFERENCES subscribers (tenant_id, id)
  );
  CREATE UNIQUE INDEX subscriptions_live ON subscriptions (tenant_id, newsletter_id, subscriber_id)
    WHERE status IN ('pending', 'active');
  CREATE INDEX subscriptions_active ON subscriptions (tenant_id, subscriber_id, newsletter_id) WHERE status = 'active';
  CREATE INDEX subscriptions_person ON subscriptions (tenant_id, subscriber_id) WHERE status <> 'erased';
  CREATE INDEX subscriptions_left ON subscriptions (status_at) WHERE status = 'unsubscribed';
  SELECT protect_tenant_table('subscriptions');

  CREATE TABLE subscriber_changes (
    tenant_id uuid NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    subscriber_id uuid NOT NULL,
    newsletter_id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    from_status text,
    to_status text NOT NULL,
    delta smallint NOT NULL CHECK (delta BETWEEN -1 AND 1),
    PRIMARY KEY (tenant_id, id)
  );
  CREATE INDEX subscriber_changes_at ON subscriber_changes (tenant_id, at) INCLUDE (delta) WHERE delta <> 0;
  CREATE INDEX subscriber_changes_newsletter ON subscriber_changes (tenant_id, newsletter_id, at);
  SELECT protect_tenant_table('subscriber_changes');
  REVOKE UPDATE, DELETE ON subscriber_changes FROM hikyaku_app;
`;

const evidence = `
  CREATE TABLE opt_in_requests (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    form_number integer NOT NULL,
    fields jsonb NOT NULL,
    ip inet,
    user_agent text,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    mails smallint NOT NULL DEFAULT 1,
    used_at timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, subscription_id) REFERENCES subscriptions (tenant_id, id)
  );
  CREATE INDEX opt_in_requests_subscription ON opt_in_requests (tenant_id, subscription_id);
  CREATE INDEX opt_in_requests_expiry ON opt_in_requests (expires_at);
  SELECT protect_tenant_table('opt_in_requests');

  CREATE TABLE consent_records (
    tenant_id uuid NOT NULL,
    id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    newsletter_id uuid NOT NULL,
    method text NOT NULL CHECK (method IN ('double-opt-in', 'undo', 'preferences')),
    at timestamptz NOT NULL,
    ip inet,
    user_agent text,
    requested_at timestamptz,
    request_ip inet,
    form_number integer,
    form_hash bytea,
    address_proof bytea NOT NULL,
    PRIMARY KEY (tenant_id, id)
  );
  CREATE INDEX consent_records_proof ON consent_records (tenant_id, address_proof, at);
  SELECT protect_tenant_table('consent_records');
  REVOKE UPDATE ON consent_records FROM hikyaku_app;

  CREATE TABLE suppressions (
    tenant_id uuid NOT NULL,
    address_hash bytea NOT NULL,
    reason text NOT NULL CHECK (reason IN ('unsubscribed', 'removed_bounce', 'removed_operator')),
    at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, address_hash)
  );
  SELECT protect_tenant_table('suppressions');
`;

const budgets = `
  -- Who asked for how many mails lately: keyed hashes of addresses and origins, no tenant's data.
  CREATE TABLE sign_up_budgets (
    rule text NOT NULL,
    key bytea NOT NULL,
    spent integer NOT NULL,
    ends_at timestamptz NOT NULL,
    PRIMARY KEY (rule, key)
  );
  CREATE INDEX sign_up_budgets_end ON sign_up_budgets (ends_at);
  SELECT grant_system_table('sign_up_budgets');
`;
