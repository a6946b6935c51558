using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Infrastructure.Persistence.Mappings;

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<RegisterImport> builder)
    {
        builder.ToTable("RegisterImports");
        builder.Property(i => i.FileName).HasMaxLength(RegisterImport.FileNameMaxLength);
        builder.Property(i => i.Sha256).HasMaxLength(HashLength);
        builder.Property(i => i.Confirmed).HasMaxLength(200);
        builder.HasIndex(i => new { i.PlaceId, i.Sha256 });
        builder.HasIndex(i => new { i.Status, i.MovedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(i => i.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId);
    }
}

internal sealed class RegisterPortionMapping : IEntityTypeConfiguration<RegisterPortion>
{
    public void Configure(EntityTypeBuilder<RegisterPortion> builder)
    {
        builder.ToTable("RegisterPortions");
        builder.Property(p => p.Counts).HasMaxLength(1000);
        builder.HasIndex(p => new { p.ImportId, p.Number }).IsUnique();
        builder.HasOne<RegisterImport>().WithMany().HasForeignKey(p => p.ImportId);
    }
}

internal sealed class RegisterExportMapping : IEntityTypeConfiguration<RegisterExport>
{
    public void Configure(EntityTypeBuilder<RegisterExport> builder)
    {
        builder.ToTable("RegisterExports");
        builder.HasIndex(e => new { e.PlaceId, e.AskedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId);
        builder.HasOne<RegisterExport>().WithMany().HasForeignKey(e => e.AfterId);
    }
}

internal sealed class RegisterExportPortionMapping : IEntityTypeConfiguration<RegisterExportPortion>
{
    public void Configure(EntityTypeBuilder<RegisterExportPortion> builder)
    {
        builder.ToTable("RegisterExportPortions");
        builder.HasIndex(p => new { p.ExportId, p.Number }).IsUnique();
        builder.HasOne<RegisterExport>().WithMany().HasForeignKey(p => p.ExportId);
    }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens");
        builder.Property(t => t.Name).HasMaxLength(ApiToken.NameMaxLength);
        builder.Property(t => t.Hash).HasMaxLength(64);
        builder.Property(t => t.ScopeNames).HasMaxLength(200);
        builder.HasIndex(t => t.Hash).IsUnique();
        builder.HasIndex(t => new { t.PersonId, t.LastDay });
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
    }
}

internal sealed class ApiReplyMapping : IEntityTypeConfiguration<ApiReply>
{
    public void Configure(EntityTypeBuilder<ApiReply> builder)
    {
        builder.ToTable("ApiReplies");
        builder.Property(r => r.Key).HasMaxLength(ApiReply.KeyMaxLength);
        builder.Property(r => r.Fingerprint).HasMaxLength(64);
        builder.Property(r => r.Location).HasMaxLength(200);
        builder.HasIndex(r => new { r.PersonId, r.Key }).IsUnique();
        builder.HasIndex(r => r.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}

internal sealed class WebhookMapping : IEntityTypeConfiguration<Webhook>
{
    public void Configure(EntityTypeBuilder<Webhook> builder)
    {
        builder.ToTable("Webhooks");
        builder.Property(w => w.Url).HasMaxLength(Webhook.UrlMaxLength);
        builder.Property(w => w.EventNames).HasMaxLength(400);
        builder.Property(w => w.ProtectedKey).HasMaxLength(1000);
        builder.HasIndex(w => w.Status);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(w => w.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.OwnerId);
    }
}

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasIndex(d => new { d.Status, d.NextAt });
        builder.HasIndex(d => new { d.WebhookId, d.At });
        builder.HasIndex(d => d.At);
        builder.HasOne<Webhook>().WithMany().HasForeignKey(d => d.WebhookId);
    }
}

internal sealed class WebhookTryMapping : IEntityTypeConfiguration<WebhookTry>
{
    public void Configure(EntityTypeBuilder<WebhookTry> builder)
    {
        builder.ToTable("WebhookTries");
        builder.Property(t => t.ContentType).HasMaxLength(WebhookTry.ContentTypeLength);
        builder.HasIndex(t => new { t.DeliveryId, t.At });
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(t => t.DeliveryId);
    }
}

internal sealed class LtiKeyMapping : IEntityTypeConfiguration<LtiKey>
{
    public void Configure(EntityTypeBuilder<LtiKey> builder)
    {
        builder.ToTable("LtiKeys");
        builder.Property(k => k.Name).HasMaxLength(16);
        builder.HasIndex(k => k.Name).IsUnique();
        builder.Property(k => k.PublicKey).HasMaxLength(1000);
        builder.Property(k => k.Sealed).HasMaxLength(4000);
    }
}

internal sealed class LtiToolMapping : IEntityTypeConfiguration<LtiTool>
{
    public void Configure(EntityTypeBuilder<LtiTool> builder)
    {
        builder.ToTable("LtiTools");
        builder.Property(t => t.Name).HasMaxLength(LtiTool.NameLength);
        builder.Property(t => t.ClientId).HasMaxLength(50);
        builder.HasIndex(t => t.ClientId).IsUnique();
        builder.Property(t => t.LoginUrl).HasMaxLength(LtiTool.UrlLength);
        builder.Property(t => t.LaunchUrl).HasMaxLength(LtiTool.UrlLength);
        builder.Property(t => t.KeySetUrl).HasMaxLength(LtiTool.UrlLength);
    }
}

internal sealed class LtiCourseMapping : IEntityTypeConfiguration<LtiCourse>
{
    public void Configure(EntityTypeBuilder<LtiCourse> builder)
    {
        builder.ToTable("LtiCourses");
        builder.ComplexProperty(c => c.Title, LibraryVersionMapping.Length(LtiCourse.TitleLength));
        builder.Property(c => c.TargetUrl).HasMaxLength(LtiTool.UrlLength);
        builder.HasOne<LtiTool>().WithMany().HasForeignKey(c => c.ToolId);
    }
}

internal sealed class LtiLaunchMapping : IEntityTypeConfiguration<LtiLaunch>
{
    public void Configure(EntityTypeBuilder<LtiLaunch> builder)
    {
        builder.ToTable("LtiLaunches");
        builder.HasIndex(l => new { l.CourseId, l.PersonId });
        builder.HasIndex(l => new { l.UsedAt, l.At });
        builder.HasOne<LtiCourse>().WithMany().HasForeignKey(l => l.CourseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }
}

internal sealed class LtiAssertionMapping : IEntityTypeConfiguration<LtiAssertion>
{
    public void Configure(EntityTypeBuilder<LtiAssertion> builder)
    {
        builder.ToTable("LtiAssertions");
        builder.Property(a => a.Jti).HasMaxLength(LtiAssertion.JtiLength);
        builder.HasIndex(a => new { a.ToolId, a.Jti }).IsUnique();
        builder.HasIndex(a => a.Until);
        builder.HasOne<LtiTool>().WithMany().HasForeignKey(a => a.ToolId);
    }
}

internal sealed class LtiScoreMapping : IEntityTypeConfiguration<LtiScore>
{
    public void Configure(EntityTypeBuilder<LtiScore> builder)
    {
        builder.ToTable("LtiScores");
        builder.Property(s => s.Comment).HasMaxLength(LtiScore.CommentLength);
        builder.HasIndex(s => new { s.CourseId, s.PersonId }).IsUnique();
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<LtiCourse>().WithMany().HasForeignKey(s => s.CourseId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}
