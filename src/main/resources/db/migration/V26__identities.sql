-- Who signs in through an OpenID provider: the person there that each account belongs to, and sign-ins under way.
create table account_identity (
  account varchar(64) not null primary key,
  issuer varchar(500) not null,
  subject varchar(255) not null,
  since datetime(3) not null,
  unique key account_identity_person (issuer, subject)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

create table sign_in_attempt (
  hash char(64) character set ascii collate ascii_bin not null primary key,
  goal text not null,
  begun datetime(3) not null,
  key sign_in_attempt_begun (begun)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

alter table session add column federated boolean not null default false;
