using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Infrastructure.Accounts;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasIndex(a => a.PersonId).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(a => a.PersonId);

        // the address stands with the person, numbers to call are not asked for, and the user name is the IIN
        builder.Ignore(a => a.Email);
        builder.Ignore(a => a.NormalizedEmail);
        builder.Ignore(a => a.EmailConfirmed);
        builder.Ignore(a => a.PhoneNumber);
        builder.Ignore(a => a.PhoneNumberConfirmed);
        builder.Ignore(a => a.TwoFactorEnabled);
        foreach (var index in builder.Metadata.GetIndexes().Where(i => i.Properties.Any(p => p.Name == nameof(Account.NormalizedEmail))).ToList())
        {
            builder.Metadata.RemoveIndex(index);
        }
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("Persons");
        builder.Property(p => p.Iin).HasMaxLength(12);
        builder.HasIndex(p => p.Iin).IsUnique();
        builder.Property(p => p.FamilyName).HasMaxLength(100);
        builder.Property(p => p.GivenName).HasMaxLength(100);
        builder.Property(p => p.Patronymic).HasMaxLength(100);
        builder.HasIndex(p => p.SortKey);

        // what is taken away again: a role that is no longer among those of its person is deleted, and an employment that an import brought by mistake
        builder.HasMany(p => p.Employments).WithOne().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.ClientCascade);
        builder.HasMany(p => p.Roles).WithOne().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.ClientCascade);
    }
}

internal sealed class EmploymentMapping : IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Employment> builder)
    {
        builder.ToTable("Employments");
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId);
    }
}

internal sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("RoleAssignments");
        builder.HasIndex(r => new { r.PersonId, r.Role, r.OrganisationId }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId);
    }
}

internal sealed class OutsideIdentityMapping : IEntityTypeConfiguration<OutsideIdentity>
{
    public void Configure(EntityTypeBuilder<OutsideIdentity> builder)
    {
        builder.ToTable("OutsideIdentities");
        builder.Property(i => i.Issuer).HasMaxLength(OutsideIdentity.IssuerLength);
        builder.Property(i => i.Subject).HasMaxLength(OutsideIdentity.SubjectLength);
        builder.HasIndex(i => new { i.Issuer, i.Subject }).IsUnique();
        builder.HasIndex(i => i.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
    }
}
