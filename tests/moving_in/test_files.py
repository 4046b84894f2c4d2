"""Images and documents of the old site come from a folder, each once."""

import pytest
from wagtail.images.tests.utils import get_test_image_file

from core.models import SiteDocument, SiteImage
from tests.moving_in.exports import OLD_SITE, item, moved, run, write_export

pytestmark = pytest.mark.django_db


@pytest.fixture
def uploads(tmp_path):
    folder = tmp_path / "uploads" / "2019" / "05"
    folder.mkdir(parents=True)
    (folder / "marche.png").write_bytes(get_test_image_file().file.getvalue())
    (folder / "rapport.pdf").write_bytes(b"%PDF-1.4")
    return tmp_path / "uploads"


def page_with_files(tmp_path, path="2019/05"):
    base = f"{OLD_SITE}/wp-content/uploads/{path}"
    picture = f'<figure><img src="{base}/marche-300x200.png" alt="Un marché"><figcaption>Dakar</figcaption></figure>'
    document = f'<p><a href="{base}/rapport.pdf">Le rapport</a></p>'
    attachment = item(
        9,
        "Marché",
        post_type="attachment",
        status="inherit",
        attachment_url=f"{base}/marche.png",
        alt="Un marché à Dakar",
    )
    return write_export(
        tmp_path, item(1, "Une", picture + document, language="fr"), attachment
    )


def test_images_and_documents_come_from_the_folder_once(tmp_path, uploads):
    for _run in range(2):
        run(page_with_files(tmp_path), files=uploads)

    (image,) = SiteImage.objects.all()
    assert (image.title, image.alt_text_fr) == ("Marché", "Un marché à Dakar")
    (document,) = SiteDocument.objects.all()
    assert [block.block_type for block in moved().body_fr] == ["image", "text"]
    assert moved().body_fr[0].value["caption"] == "Dakar"
    assert f'id="{document.pk}"' in moved().body_fr.raw_data[1]["value"]


def test_a_missing_file_is_reported_and_the_text_is_kept(tmp_path):
    told = run(page_with_files(tmp_path))

    assert "marche-300x200.png" in told
    assert "Le rapport" in str(moved().body_fr)


def test_a_path_out_of_the_folder_takes_no_file(tmp_path, uploads):
    (tmp_path / "secret.png").write_bytes(get_test_image_file().file.getvalue())
    source = f"{OLD_SITE}/wp-content/uploads/../../secret.png"

    run(
        write_export(
            tmp_path, item(1, "Une", f'<p><img src="{source}"></p>', language="fr")
        ),
        files=uploads,
    )

    assert not SiteImage.objects.exists()
