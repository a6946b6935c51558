using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;

namespace TeacherCpd.Application.Library.Sections;

/// <summary>Opens a section of the library, or names it and its rights anew.</summary>
/// <param name="SectionId">Id that the form carries: sending it twice opens one section.</param>
/// <param name="Kind">What it keeps; looked at only when it is opened.</param>
/// <param name="Writing">Names and rights.</param>
[RequirePermission(Permission.KeepLibrary)]
public sealed record WriteLibrarySectionCommand(Guid SectionId, LibrarySectionKind Kind, LibrarySectionWriting Writing) : ICommand<Done>;

internal sealed class WriteLibrarySectionValidator : AbstractValidator<WriteLibrarySectionCommand>
{
    public WriteLibrarySectionValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Writing.Name.Kk).NotEmpty().OverridePropertyName("NameKk").WithErrorCode("required");
        RuleFor(c => c.Writing.Name.Ru).NotEmpty().OverridePropertyName("NameRu").WithErrorCode("required");
        RuleFor(c => c.Writing.Name.En).NotEmpty().OverridePropertyName("NameEn").WithErrorCode("required");
        RuleFor(c => c.Writing.Name.Kk).MaximumLength(LibraryWriting.NameLength).OverridePropertyName("NameKk").WithErrorCode("too_long");
        RuleFor(c => c.Writing.Name.Ru).MaximumLength(LibraryWriting.NameLength).OverridePropertyName("NameRu").WithErrorCode("too_long");
        RuleFor(c => c.Writing.Name.En).MaximumLength(LibraryWriting.NameLength).OverridePropertyName("NameEn").WithErrorCode("too_long");
        RuleFor(c => c.Writing.About.Kk).MaximumLength(LibrarySection.AboutLength).OverridePropertyName("AboutKk").WithErrorCode("too_long");
        RuleFor(c => c.Writing.About.Ru).MaximumLength(LibrarySection.AboutLength).OverridePropertyName("AboutRu").WithErrorCode("too_long");
        RuleFor(c => c.Writing.About.En).MaximumLength(LibrarySection.AboutLength).OverridePropertyName("AboutEn").WithErrorCode("too_long");
    }
}

internal sealed class WriteLibrarySectionHandler(IAppDbContext db) : IRequestHandler<WriteLibrarySectionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WriteLibrarySectionCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync("library-sections", cancellationToken);
        if (await db.SectionAsync(request.SectionId, cancellationToken) is { } section)
        {
            section.Write(request.Writing);
            return Done.Value;
        }

        var place = await db.LibrarySections.MaxAsync(s => (int?)s.Place, cancellationToken) ?? 0;
        db.LibrarySections.Add(LibrarySection.Open(request.SectionId, request.Kind, place + 1, request.Writing));
        return Done.Value;
    }
}
