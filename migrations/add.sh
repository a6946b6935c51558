#!/usr/bin/env bash
# Adds a migration of one name for all three databases: migrations/add.sh AddAppealDeadline
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?name the migration, for example AddAppealDeadline}
dotnet tool restore
dotnet build src/TeacherCpd.Cli --nologo -v quiet
for provider in Sqlite SqlServer PostgreSql; do
  dotnet ef migrations add "$name" --no-build --project "migrations/TeacherCpd.Migrations.$provider" \
    --startup-project src/TeacherCpd.Cli --context AppDbContext -- "$provider"
done
